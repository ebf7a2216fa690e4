package org.lienthong.reporting.changes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.changes.Change.Kind;
import org.lienthong.reporting.database.DatabaseIdentity;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.dossiers.DossierQuery;
import org.lienthong.reporting.dossiers.DossierQuery.Numbered;
import org.lienthong.reporting.units.UnitScope;
import org.lienthong.schemas.calendar.WorkingTime;

/**
 * Tells, in the order of the changes, which dossiers of a unit changed or left it. A dossier that changed more than
 * once stands at its last change.
 */
public final class ChangeQuery {

    /** One that came back into the scope is not told as gone; of several departures the last counts. */
    private static final String CHANGES = """
            WITH page AS (
                (SELECT d.changed_seq, d.code, true AS present FROM lienthong.dossiers d
                WHERE d.changed_seq > ? AND %1$s ORDER BY 1 LIMIT ?)
                UNION ALL
                (SELECT g.changed_seq, g.dossier_code, false FROM lienthong.dossier_departures g
                WHERE g.changed_seq > ? AND %2$s
                    AND NOT EXISTS (SELECT FROM lienthong.dossiers d WHERE d.code = g.dossier_code AND %1$s)
                    AND NOT EXISTS (SELECT FROM lienthong.dossier_departures l
                        WHERE l.dossier_code = g.dossier_code AND l.changed_seq > g.changed_seq AND %3$s)
                ORDER BY 1 LIMIT ?))
            SELECT p.changed_seq, p.code, p.present, d.unit_code, d.code IS NOT NULL AS known
            FROM page p LEFT JOIN lienthong.dossiers d ON d.code = p.code ORDER BY 1 LIMIT ?
            """;

    private final Reader reader;
    private final DossierQuery dossiers;
    private final Durability durability;

    public ChangeQuery(DataSource database) {
        this.reader = new Reader(database);
        this.dossiers = new DossierQuery(database);
        this.durability = new Durability(database);
    }

    /**
     * @param next where to go on, also when nothing changed
     * @param more whether there is something to read there now
     */
    public record Page(List<Change> changes, ChangePlace next, boolean more) {}

    /** The place before all changes. */
    public ChangePlace beginning() throws SQLException {
        return new ChangePlace(identity().id(), 0);
    }

    public DatabaseIdentity identity() throws SQLException {
        return DatabaseIdentity.read(reader);
    }

    /**
     * The changes behind a place.
     *
     * @param after a place of this database, see {@link ChangePlace#isOf}
     * @param limit the most changes of the page, at least one
     */
    public Page page(UnitScope units, ChangePlace after, int limit) throws SQLException {
        long seen = identity().lastChange(); // read first: whatever has a number up to it is visible below
        if (seen <= after.number()) {
            return new Page(List.of(), after, false);
        }
        List<Line> lines = lines(units, after.number(), limit + 1);
        boolean more = lines.size() > limit;
        List<Line> kept = more ? lines.subList(0, limit) : lines;
        long last = kept.isEmpty() ? after.number() : kept.get(kept.size() - 1).number();
        ChangePlace next = new ChangePlace(after.database(), more ? last : Math.max(last, seen));
        List<Change> changes = changes(kept, after.database());
        durability.await();
        return new Page(changes, next, more);
    }

    private List<Change> changes(List<Line> lines, String database) throws SQLException {
        Map<String, Numbered> records = new HashMap<>();
        List<String> present =
                lines.stream().filter(Line::present).map(Line::code).toList();
        if (!present.isEmpty()) {
            for (Numbered found : dossiers.dossiers(present, LocalDate.now(WorkingTime.ZONE))) {
                records.put(found.dossier().code(), found);
            }
        }
        List<Change> changes = new ArrayList<>();
        for (Line line : lines) {
            String cursor = new ChangePlace(database, line.number()).toString();
            Numbered found = records.get(line.code());
            if (!line.present()) {
                changes.add(line.gone(cursor));
            } else if (found != null && found.change() == line.number()) {
                int version = found.dossier().eventCount();
                changes.add(new Change(cursor, Kind.CHANGED, line.code(), version, null, found.dossier()));
            }
            // Else it changed again since the page was made, and comes with its new number.
        }
        return changes;
    }

    private List<Line> lines(UnitScope units, long after, int limit) throws SQLException {
        List<Object> values = new ArrayList<>(List.of(after));
        String ofDossier = units.condition("d", values);
        values.addAll(List.of(limit, after));
        String ofDeparture = units.condition("g", values);
        units.condition("d", values);
        String ofLater = units.condition("l", values);
        values.addAll(List.of(limit, limit));
        return reader.list(CHANGES.formatted(ofDossier, ofDeparture, ofLater), Line::read, values.toArray());
    }

    /**
     * @param present whether the dossier is in the scope
     * @param unit of the dossier as it is now
     * @param known whether the dossier exists
     */
    private record Line(
            long number,
            String code,
            boolean present,
            @Nullable String unit,
            boolean known) {

        static Line read(ResultSet row) throws SQLException {
            return new Line(
                    row.getLong("changed_seq"),
                    row.getString("code"),
                    row.getBoolean("present"),
                    row.getString("unit_code"),
                    row.getBoolean("known"));
        }

        Change gone(String cursor) {
            return new Change(cursor, known ? Kind.MOVED : Kind.DELETED, code, null, unit, null);
        }
    }
}
