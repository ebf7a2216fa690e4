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
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import javax.sql.DataSource;
import org.lienthong.reporting.figures.Freshness;
import org.lienthong.reporting.figures.SummaryQuery;

/**
 * Answers that many ask for, made once for each version of the figures, ready to be sent: JSON, gzipped, with a tag.
 * Whoever asks meanwhile waits for the one that is being made.
 */
final class AnswerCache {

    private static final int MOST_ANSWERS = 500;
    private static final long MOST_BYTES = 32L << 20;

    /** How old an answer may be; so often, at most, an answer is made while figures change all the time. */
    private static final Duration FRESH = Duration.ofMillis(250);

    private final JsonMapper json;
    private final SummaryQuery summaries;

    private final Cache<List<Object>, Answer> answers = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((List<Object> key, Answer answer) ->
                    (int) Math.max(MOST_BYTES / MOST_ANSWERS, answer.plain().length + answer.gzipped().length))
            .build();

    private final Cache<Boolean, Freshness> freshness =
            Caffeine.newBuilder().expireAfterWrite(FRESH).build();

    AnswerCache(JsonMapper json, DataSource database) {
        this.json = json;
        this.summaries = new SummaryQuery(database);
    }

    /** Makes the value of an answer. */
    interface Maker {
        Object make() throws SQLException;
    }

    private record Answer(byte[] plain, byte[] gzipped, String tag) {}

    /** @param maker what it makes depends on the address and the content of the database alone */
    void answer(Context request, Maker maker) throws SQLException {
        Answer answer;
        try {
            long version = freshness.get(true, key -> now()).version();
            List<Object> key = List.of(version, request.path(), request.queryParamMap());
            answer = answers.get(key, absent -> make(maker));
        } catch (FailedQuery e) {
            throw e.cause;
        }
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

    private Freshness now() {
        try {
            return summaries.freshness();
        } catch (SQLException e) {
            throw new FailedQuery(e);
        }
    }

    private Answer make(Maker maker) {
        try {
            byte[] plain = json.writeValueAsBytes(maker.make());
            CRC32 sum = new CRC32();
            sum.update(plain);
            return new Answer(
                    plain, gzipped(plain), "\"" + Long.toHexString(sum.getValue()) + "-" + plain.length + "\"");
        } catch (SQLException e) {
            throw new FailedQuery(e);
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

    /** Carries the failure of a query through the cache, which keeps nothing of it. */
    private static final class FailedQuery extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final SQLException cause;

        FailedQuery(SQLException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
