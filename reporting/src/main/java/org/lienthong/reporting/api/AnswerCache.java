package org.lienthong.reporting.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.javalin.http.Context;
import io.javalin.http.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.lienthong.reporting.figures.MapChoice;
import org.lienthong.reporting.figures.SummaryQuery;

/** Answers that many ask for, shared between them, ready to be sent: JSON, gzipped, with a tag. */
final class AnswerCache {

    private static final int MOST_ANSWERS = 300;

    /** How often, at most, it is asked whether anything is new. */
    private static final Duration CHECK = Duration.ofMillis(200);

    private final JsonMapper json;
    private final SummaryQuery summaries;
    private final Cache<List<Object>, Shared<Answer>> answers =
            Caffeine.newBuilder().maximumSize(MOST_ANSWERS).build();

    private final ReentrantLock checking = new ReentrantLock();
    private volatile Version version = new Version(-1, System.nanoTime() - Shared.STILL_GOOD.toNanos());

    AnswerCache(JsonMapper json, DataSource database) {
        this.json = json;
        this.summaries = new SummaryQuery(database);
    }

    /** @param checkedAt {@link System#nanoTime} */
    private record Version(long number, long checkedAt) {}

    private record Answer(byte[] plain, byte[] gzipped, String tag) {}

    /**
     * Answers the request.
     *
     * @param map that the address means today
     * @param maker what it makes depends on the address, the map and the content of the database alone; whatever it
     *     takes from the database is asked for in here, so that an answer that is known costs no connection
     */
    void answer(Context request, MapChoice map, Shared.Maker<Object> maker) throws SQLException, ProblemException {
        List<Object> asked = List.of(request.path(), request.queryParamMap(), map);
        Answer answer = answers.get(asked, unknown -> new Shared<>(System::nanoTime))
                .get(version(), () -> render(maker.make()));
        boolean gzip = String.valueOf(request.header(Header.ACCEPT_ENCODING)).contains("gzip");
        request.disableCompression();
        request.header(Header.ETAG, answer.tag())
                .header(Header.VARY, Header.ACCEPT_ENCODING)
                .contentType("application/json");
        if (gzip) {
            request.header(Header.CONTENT_ENCODING, "gzip");
        }
        request.result(gzip ? answer.gzipped() : answer.plain());
    }

    /** One asks the database; the others meanwhile go by what was known last, unless that is old. */
    private long version() throws SQLException {
        Version known = version;
        long age = System.nanoTime() - known.checkedAt();
        if (age < CHECK.toNanos()) {
            return known.number();
        }
        if (!checking.tryLock()) {
            if (age < Shared.STILL_GOOD.toNanos()) {
                return known.number();
            }
            checking.lock();
        }
        try {
            long now = System.nanoTime();
            if (now - version.checkedAt() >= CHECK.toNanos()) { // else whoever held the lock has asked
                version = new Version(summaries.freshness().version(), now);
            }
            return version.number();
        } finally {
            checking.unlock();
        }
    }

    private Answer render(Object value) {
        try {
            byte[] plain = json.writeValueAsBytes(value);
            CRC32 sum = new CRC32();
            sum.update(plain);
            String tag = "\"" + Long.toHexString(sum.getValue()) + "-" + plain.length + "\"";
            return new Answer(plain, gzipped(plain), tag);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzipped(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return bytes.toByteArray();
    }
}
