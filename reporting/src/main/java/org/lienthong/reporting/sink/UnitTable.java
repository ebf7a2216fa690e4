package org.lienthong.reporting.sink;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.units.DatedUnit;
import org.lienthong.reporting.units.UnitMap;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.topic.Topic;

/** The units, and all that follows from them: the maps, what counts where on each, and what stands above what. */
final class UnitTable implements SinkTable<Unit> {

    private static final List<String> MAP = List.of("map_from", "map_to");
    private static final List<String> MAPPING =
            List.of("map_from", "code", "valid_from", "target_code", "target_valid_from", "divided");
    private static final List<String> TREE =
            List.of("map_from", "code", "valid_from", "above_code", "above_valid_from", "depth");

    private final SinkTable<Unit> units = ReferenceTables.units();

    @Override
    public Topic<Unit> topic() {
        return units.topic();
    }

    @Override
    public void prepare(Connection connection) throws SQLException {
        units.prepare(connection);
    }

    @Override
    public SinkWrite rows(List<SinkRecord<Unit>> records) {
        SinkWrite write = units.rows(records);
        return connection -> {
            write.to(connection);
            follow(connection);
        };
    }

    /** Makes anew what follows from all units. */
    private static void follow(Connection connection) throws SQLException {
        List<DatedUnit> units = units(connection);
        CopyRows maps = new CopyRows();
        CopyRows mappings = new CopyRows();
        CopyRows tree = new CopyRows();
        TreeSet<LocalDate> days = UnitMap.days(units);
        for (LocalDate day : days) {
            LocalDate next = days.higher(day);
            maps.row(MAP.size()).date(day).lastDay(next);
            UnitMap map = new UnitMap(units, day);
            for (DatedUnit unit : units) {
                map.target(unit).ifPresent(target -> mapping(mappings, day, unit, target));
                if (map.isOn(unit)) {
                    branch(tree, day, unit, map.above(unit));
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM lienthong.maps");
            statement.execute("DELETE FROM lienthong.unit_maps");
            statement.execute("DELETE FROM lienthong.unit_tree");
        }
        maps.copyInto(connection, "lienthong.maps", MAP);
        mappings.copyInto(connection, "lienthong.unit_maps", MAPPING);
        tree.copyInto(connection, "lienthong.unit_tree", TREE);
    }

    private static void mapping(CopyRows rows, LocalDate day, DatedUnit unit, UnitMap.Target target) {
        rows.row(MAPPING.size())
                .date(day)
                .text(unit.code())
                .date(unit.validFrom())
                .text(target.unit().code())
                .date(target.unit().validFrom())
                .bool(target.divided());
    }

    private static void branch(CopyRows rows, LocalDate day, DatedUnit unit, List<DatedUnit> above) {
        List<DatedUnit> all = new ArrayList<>(List.of(unit));
        all.addAll(above);
        for (int depth = 0; depth < all.size(); depth++) {
            rows.row(TREE.size())
                    .date(day)
                    .text(unit.code())
                    .date(unit.validFrom())
                    .text(all.get(depth).code())
                    .date(all.get(depth).validFrom())
                    .int4(depth);
        }
    }

    private static List<DatedUnit> units(Connection connection) throws SQLException {
        List<DatedUnit> units = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM lienthong.units ORDER BY code, valid_from")) {
            while (row.next()) {
                units.add(new DatedUnit(
                        row.getString("code"),
                        row.getObject("valid_from", LocalDate.class),
                        Reader.date(row, "valid_to"),
                        UnitLevel.valueOf(row.getString("level")),
                        row.getString("parent_code"),
                        successors(row),
                        Reader.texts(row, "members")));
            }
        }
        return units;
    }

    private static List<DatedUnit.Successor> successors(ResultSet row) throws SQLException {
        List<String> codes = Reader.texts(row, "successors");
        Array array = row.getArray("shares");
        Double[] shares = (Double[]) array.getArray();
        List<DatedUnit.Successor> successors = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            successors.add(new DatedUnit.Successor(codes.get(i), i < shares.length ? shares[i] : null));
        }
        return successors;
    }
}
