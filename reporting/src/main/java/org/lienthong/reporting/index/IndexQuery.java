package org.lienthong.reporting.index;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.figures.MapChoice;
import org.lienthong.reporting.units.UnitQuery;
import org.lienthong.reporting.units.UnitView;
import org.lienthong.schemas.reference.UnitLevel;

/** Computes the index from what events and monthly statements say. */
public final class IndexQuery {

    private final Reader reader;
    private final UnitQuery units;

    public IndexQuery(DataSource database) {
        this.reader = new Reader(database);
        this.units = new UnitQuery(database);
    }

    /** @param unit known to the reference data, with everything below it */
    public ServiceIndex ofUnit(UnitView unit, MapChoice map, IndexPeriod period) throws SQLException {
        return ServiceIndex.of(sharesOfUnit(unit, map, period));
    }

    /** Of what the agency and all below it hold now, and of what they state. */
    public ServiceIndex ofAgency(String agencyId, IndexPeriod period) throws SQLException {
        return ServiceIndex.of(lines(IndexSql.ofAgency(), agencyId, null, MapChoice.AS_FILED, period)
                .get(0)
                .shares());
    }

    /**
     * The units of one level, the best first.
     *
     * @param day which units: those that were valid on this day
     */
    public List<RankedUnit> ranking(UnitLevel level, LocalDate day, MapChoice map, IndexPeriod period)
            throws SQLException {
        Map<String, UnitView> known = new HashMap<>();
        units.units(day).forEach(unit -> known.put(unit.code(), unit));
        List<Ranked> all = new ArrayList<>();
        for (Line line : lines(IndexSql.ofLevel(map), level.name(), day, map, period)) {
            UnitView unit = known.get(line.target());
            if (unit != null) {
                all.add(Ranked.of(unit, ServiceIndex.of(line.shares())));
            }
        }
        all.sort(Comparator.comparing(Ranked::total).reversed());
        List<RankedUnit> ranking = new ArrayList<>();
        for (Ranked ranked : all) {
            ranking.add(new RankedUnit(rank(ranking, ranked), ranked.unit(), ranked.total(), ranked.groups()));
        }
        return ranking;
    }

    /** Units with as many points share a rank. */
    private static int rank(List<RankedUnit> ahead, Ranked next) {
        if (!ahead.isEmpty()) {
            RankedUnit last = ahead.get(ahead.size() - 1);
            if (last.total().equals(next.total())) {
                return last.rank();
            }
        }
        return ahead.size() + 1;
    }

    Map<IndexMetric, Share> sharesOfUnit(UnitView unit, MapChoice map, IndexPeriod period) throws SQLException {
        return lines(IndexSql.ofUnit(map), unit.code(), unit.validFrom(), map, period)
                .get(0)
                .shares();
    }

    private List<Line> lines(String sql, String code, @Nullable LocalDate validFrom, MapChoice map, IndexPeriod period)
            throws SQLException {
        return reader.list(
                sql,
                row -> new Line(row.getString("target"), IndexCounts.read(row)),
                code,
                validFrom,
                map.day(),
                period.firstMonth(),
                period.lastMonth());
    }

    private record Line(String target, Map<IndexMetric, Share> shares) {}

    private record Ranked(UnitView unit, BigDecimal total, Map<IndexGroup, BigDecimal> groups) {

        static Ranked of(UnitView unit, ServiceIndex index) {
            Map<IndexGroup, BigDecimal> groups = new EnumMap<>(IndexGroup.class);
            index.groups().forEach(group -> groups.put(IndexGroup.valueOf(group.code()), group.points()));
            return new Ranked(unit, index.total(), groups);
        }
    }
}
