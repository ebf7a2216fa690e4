package org.lienthong.reporting.search;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.lienthong.reporting.database.Conditions;
import org.lienthong.reporting.database.Reader;

/** Turns a filter into conditions on the rows {@code d} of {@code lienthong.dossiers}. */
public final class DossierConditions {

    /** Up to so many dossiers are found by their names first; a beginning that more have narrows little. */
    private static final int FEW = 10_000;

    private static final String CODE_BEGINS = "upper(d.code) LIKE upper(?)";
    private static final String ALIAS_BEGINS =
            "d.aliases <> '{}' AND lienthong.alias_words(d.aliases) @@ upper(?)::tsquery";
    private static final String CODES = "SELECT d.code FROM lienthong.dossiers d WHERE %s LIMIT ?";

    private final Reader reader;

    public DossierConditions(DataSource database) {
        this.reader = new Reader(database);
    }

    /** @param now the moment at which a dossier is overdue or not */
    public Conditions of(DossierFilter filter, Instant now) throws SQLException {
        Conditions conditions = new Conditions();
        if (filter.units() != null) {
            filter.units().narrow(conditions, "d");
        }
        conditions
                .andIfGiven("d.holder_agency = ?", filter.agency())
                .andIfGiven("d.procedure_code = ?", filter.procedure())
                .andIfGiven("d.filed_on >= ?", filter.from())
                .andIfGiven("d.filed_on <= ?", filter.to());
        if (filter.status() != null) {
            status(conditions, filter.status().name());
        }
        if (filter.sector() != null) {
            conditions.and("d.sector = ?", filter.sector().name());
        }
        if (filter.channel() != null) {
            conditions.and("d.channel = ?", filter.channel().name());
        }
        if (filter.overdue() != null) {
            overdue(conditions, filter.overdue(), now.atOffset(ZoneOffset.UTC));
        }
        if (filter.beginning() != null) {
            beginning(conditions, filter.beginning());
        }
        return conditions;
    }

    /** The value is in the text, so that the index on the rarer ones can be seen to answer. */
    private static void status(Conditions conditions, String name) {
        conditions.and("RETURNED".equals(name) ? "d.status = ?" : "d.status = ? AND d.status <> 'RETURNED'", name);
    }

    /** Past its due date at the moment and still open; false: all others. */
    public static void overdue(Conditions conditions, boolean overdue, OffsetDateTime now) {
        conditions.and(overdue ? "d.overdue_from < ?" : "(d.overdue_from < ?) IS NOT TRUE", now);
    }

    /** Whose code or an alias begins with the text, in any case. */
    public void beginning(Conditions conditions, String text) throws SQLException {
        String like = BeginningRules.like(text);
        String query = BeginningRules.query(text);
        List<String> codes = new ArrayList<>();
        for (List<String> way : List.of(List.of(CODE_BEGINS, like), List.of(ALIAS_BEGINS, query))) {
            codes.addAll(reader.list(CODES.formatted(way.get(0)), row -> row.getString("code"), way.get(1), FEW + 1));
        }
        if (codes.size() <= FEW) {
            conditions.and("d.code = ANY (?)", (Object) codes.toArray(String[]::new));
        } else {
            conditions.and("(" + CODE_BEGINS + " OR " + ALIAS_BEGINS + ")", like, query);
        }
    }
}
