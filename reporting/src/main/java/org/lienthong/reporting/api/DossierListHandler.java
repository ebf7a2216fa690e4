package org.lienthong.reporting.api;

import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.ListPlace;
import org.lienthong.reporting.search.DossierSearch;
import org.lienthong.reporting.search.FoundDossier;

/** Lists dossiers by what is asked for, see {@link DossierParameters}; the latest filed first. */
final class DossierListHandler {

    static final Set<String> PARAMETERS = Routes.both(DossierParameters.NAMES, Set.of("limit", "after"));

    private static final int USUAL_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;

    private final Clock clock;
    private final Cursors cursors;
    private final DossierSearch dossiers;
    private final DossierParameters parameters;

    /** @param clock what "overdue" is measured against */
    DossierListHandler(DataSource database, Clock clock) {
        this.clock = clock;
        this.cursors = new Cursors(database);
        this.dossiers = new DossierSearch(database);
        this.parameters = new DossierParameters(database);
    }

    /** @param next what to give as {@code after} for the next page; null: this is the last */
    record Dossiers(List<FoundDossier> dossiers, @Nullable String next) {}

    void list(Context request, Parameters given) throws SQLException, ProblemException {
        int limit = given.limit(USUAL_LIMIT, LARGEST_LIMIT);
        ListPlace<LocalDate> after = cursors.after(given, LocalDate::parse, "2025-07-01");
        DossierSearch.Page page = dossiers.page(parameters.filter(given), after, limit, clock.instant());
        request.json(new Dossiers(page.dossiers(), page.more() ? next(page.dossiers()) : null));
    }

    private String next(List<FoundDossier> page) throws SQLException {
        FoundDossier last = page.get(page.size() - 1);
        return cursors.next(last.filedOn(), last.code());
    }
}
