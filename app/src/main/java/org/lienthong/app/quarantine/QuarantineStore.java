package org.lienthong.app.quarantine;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.app.platform.PlatformException;
import org.lienthong.reporting.database.DatabaseSettings;
import org.lienthong.reporting.database.ReportDatabase;
import org.lienthong.reporting.quarantine.Payload;
import org.lienthong.reporting.quarantine.PayloadQuery;
import org.lienthong.reporting.quarantine.QuarantineEntry;
import org.lienthong.reporting.quarantine.QuarantineEntry.Redrive;
import org.lienthong.reporting.quarantine.QuarantineFilter;
import org.lienthong.reporting.quarantine.QuarantinePage;
import org.lienthong.reporting.quarantine.QuarantineQuery;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.redrive.Origins;

/**
 * The quarantine as the report database has it; every call throws {@link PlatformException} where it cannot be read.
 */
public final class QuarantineStore implements AutoCloseable {

    private static final int PAGE = 1_000;

    private final ReportDatabase database;
    private final QuarantineQuery entries;
    private final PayloadQuery payloads;

    private QuarantineStore(ReportDatabase database) {
        this.database = database;
        this.entries = new QuarantineQuery(database.dataSource());
        this.payloads = new PayloadQuery(database.dataSource());
    }

    /** @param settings of a database that a platform keeps up to date */
    public static QuarantineStore open(DatabaseSettings settings) {
        return new QuarantineStore(ReportDatabase.open(settings));
    }

    public QuarantinePage list(QuarantineFilter filter, @Nullable Origin after, int limit) {
        return read(() -> entries.list(filter, after, limit));
    }

    /**
     * Everything that fits, read to its end before anything is done with it: what is sent again may come back into the
     * list.
     *
     * @param limit null: all
     */
    public List<QuarantineEntry> all(QuarantineFilter filter, @Nullable Integer limit) {
        List<QuarantineEntry> all = new ArrayList<>();
        int most = limit == null ? Integer.MAX_VALUE : limit;
        Origin after = null;
        do {
            QuarantinePage page = list(filter, after, Math.min(PAGE, most - all.size()));
            all.addAll(page.records());
            after = page.next() == null ? null : Origins.parse(page.next()).orElseThrow();
        } while (after != null && all.size() < most);
        return all;
    }

    public Optional<QuarantineEntry> find(Origin origin) {
        return read(() -> entries.find(origin));
    }

    /** Receipts of everything that was sent again for the event of this entry. */
    public List<Redrive> redrives(QuarantineEntry entry) {
        Origin first = Origins.parse(entry.first()).orElseThrow();
        return read(() -> entries.redrives(first));
    }

    /** Empty also where the bytes have been erased. */
    public Optional<Payload> payload(Origin origin) {
        return read(() -> payloads.find(origin));
    }

    @Override
    public void close() {
        database.close();
    }

    private interface Question<T> {
        T ask() throws SQLException;
    }

    private static <T> T read(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException e) {
            throw new PlatformException("DATABASE_TROUBLE", e, String.valueOf(e.getMessage()));
        }
    }
}
