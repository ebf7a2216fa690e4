package org.lienthong.app.outcome;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.lienthong.app.platform.PlatformException;
import org.lienthong.reporting.dossiers.DossierCounts;
import org.lienthong.reporting.dossiers.DossierQuery;
import org.lienthong.reporting.figures.Summary;
import org.lienthong.reporting.figures.SummaryQuery;

/** The answers at one moment. */
public record Snapshot(Summary summary, DossierCounts counts) {

    public static Snapshot read(DataSource database) {
        try {
            return new Snapshot(new SummaryQuery(database).summary(), new DossierQuery(database).counts());
        } catch (SQLException e) {
            throw new PlatformException("DATABASE_TROUBLE", e, String.valueOf(e.getMessage()));
        }
    }

    public long receipts(String outcome) {
        return summary.receipts().getOrDefault(outcome, 0L);
    }

    public long allReceipts() {
        return summary.receipts().values().stream().mapToLong(Long::longValue).sum();
    }

    public long quarantined() {
        return summary.quarantine().values().stream().mapToLong(Long::longValue).sum();
    }

    public long received() {
        return summary.total() == null ? 0 : summary.total().received();
    }

    /** Every dossier received is open, finished on time, finished late, or withdrawn. */
    public long parts() {
        return summary.total() == null
                ? 0
                : summary.total().inProgress()
                        + summary.total().onTime()
                        + summary.total().late()
                        + summary.total().withdrawn();
    }
}
