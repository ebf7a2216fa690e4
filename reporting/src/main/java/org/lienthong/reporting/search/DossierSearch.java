package org.lienthong.reporting.search;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Conditions;
import org.lienthong.reporting.database.ListPlace;
import org.lienthong.reporting.database.Reader;

/** Lists dossiers, the latest filed first. */
public final class DossierSearch {

    /** The page is cut before anything is looked up for it. */
    private static final String PAGE = """
            SELECT d.*, p.name AS procedure_name, u.name AS unit_name, h.name AS holder_name,
                coalesce(d.overdue_from < c.now, false) AS overdue,
                (SELECT count(*) FROM lienthong.anomalies n WHERE n.dossier_code = d.code) + d.more_anomalies
                    AS anomalies
            FROM (SELECT * FROM lienthong.dossiers d %s ORDER BY d.filed_on DESC, d.code LIMIT ?) d
                CROSS JOIN (SELECT ?::timestamptz AS now) c
                LEFT JOIN lienthong.procedures p ON p.code = d.procedure_code
                LEFT JOIN lienthong.units u ON u.code = d.unit_code
                    AND d.filed_on BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity')
                LEFT JOIN lienthong.agencies h ON h.id = d.holder_agency
            ORDER BY d.filed_on DESC, d.code
            """;
    /** The first half is what the index can begin at. */
    private static final String AFTER = "d.filed_on <= ? AND (d.filed_on < ? OR d.code > ?)";

    private final Reader reader;
    private final DossierConditions conditions;

    public DossierSearch(DataSource database) {
        this.reader = new Reader(database);
        this.conditions = new DossierConditions(database);
    }

    /** @param more whether another page follows */
    public record Page(List<FoundDossier> dossiers, boolean more) {}

    /**
     * One page of the dossiers that fit.
     *
     * @param after where the page before ended; null: the first page
     * @param limit the most dossiers of the page, at least one
     * @param now the moment at which a dossier is overdue or not
     */
    public Page page(DossierFilter filter, @Nullable ListPlace<LocalDate> after, int limit, Instant now)
            throws SQLException {
        Conditions which = conditions.of(filter, now);
        if (after != null) {
            which.and(AFTER, after.position(), after.position(), after.code());
        }
        List<FoundDossier> found = reader.list(
                PAGE.formatted(which.sql()),
                FoundDossier::read,
                which.values(limit + 1, now.atOffset(ZoneOffset.UTC))); // one more says whether another page follows
        return found.size() > limit ? new Page(found.subList(0, limit), true) : new Page(found, false);
    }
}
