package org.lienthong.benchmarks.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.lienthong.reporting.database.Reader;

/** Where a reader sees that dossiers have changed. */
interface Sight {

    /** A dossier, with all events up to the version. */
    record Seen(String code, int version) {}

    /** What changed since the last time, or since it began to look. */
    List<Seen> news() throws IOException, InterruptedException, SQLException;

    /** By SQL, as soon as a transaction of the sink has committed. */
    final class Sql implements Sight {

        private static final String NEWS = "SELECT changed_seq, code, event_count FROM lienthong.dossiers"
                + " WHERE changed_seq > ? ORDER BY changed_seq";

        private final Reader reader;
        private long last;

        Sql(Reader reader) throws SQLException {
            this.reader = reader;
            last = lastChange(reader);
        }

        @Override
        public List<Seen> news() throws SQLException {
            return reader.list(
                    NEWS,
                    row -> {
                        last = row.getLong(1);
                        return new Seen(row.getString(2), row.getInt(3));
                    },
                    last);
        }
    }

    /** By the change feed, as a small system follows it: over HTTP, what will also be there after a power cut. */
    final class Feed implements Sight {

        private static final String PATH = "v1/units/" + Province.CODE + "/changes?limit=1000";

        private final Asking asking;
        private String cursor;

        /** Begins behind all that is there: reading up to it would take a reader of a whole year minutes. */
        Feed(Asking asking, Reader reader) throws IOException, InterruptedException, SQLException {
            this.asking = asking;
            String first = asking.json(PATH).at("/next").asText();
            cursor = first.substring(0, first.indexOf('-') + 1) + lastChange(reader);
        }

        @Override
        public List<Seen> news() throws IOException, InterruptedException {
            JsonNode page = asking.json(PATH + "&after=" + cursor);
            cursor = page.at("/next").asText();
            List<Seen> seen = new ArrayList<>();
            for (JsonNode change : page.at("/changes")) {
                seen.add(new Seen(
                        change.at("/code").asText(), change.at("/version").asInt()));
            }
            return seen;
        }
    }

    private static long lastChange(Reader reader) throws SQLException {
        return reader.list("SELECT last_change FROM lienthong.freshness", row -> row.getLong(1))
                .get(0);
    }
}
