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
import org.lienthong.reporting.figures.MapChoice;
import org.lienthong.reporting.figures.SummaryQuery;

/**
 * Answers that many ask for, shared between them, ready to be sent: JSON, gzipped, with a tag. An answer that is known
 * costs its readers no connection to the database.
 *
 * <p>What was written {@link #CHECK} + {@link #ASKING} + {@link #MAKING} ago, 1.4 s, is in every answer, and usually it
 * is there after {@link #CHECK}: only while one thread asks, or makes the answer anew, do the others get what it was.
 * The tag is of the bytes that are sent, whatever their age.
 */
final class AnswerCache {

    private static final int MOST_ANSWERS = 300;

    /** How often, at most, it is asked whether anything is new. */
    private static final Duration CHECK = Duration.ofMillis(200);

    /** How much longer the last version may be used while one thread asks for it. */
    private static final Duration ASKING = Duration.ofMillis(200);

    /** How long an answer may be given after a newer version was seen, while one thread makes it anew. */
    private static final Duration MAKING = Duration.ofSeconds(1);

    private final JsonMapper json;
    private final SummaryQuery summaries;
    private final Shared<Long> version = new Shared<>(ASKING, System::nanoTime);
    private final Cache<List<Object>, Shared<Answer>> answers =
            Caffeine.newBuilder().maximumSize(MOST_ANSWERS).build();

    AnswerCache(JsonMapper json, DataSource database) {
        this.json = json;
        this.summaries = new SummaryQuery(database);
    }

    private record Answer(byte[] plain, byte[] gzipped, String tag) {}

    /**
     * Answers the request.
     *
     * @param map that the address means today
     * @param maker what it makes depends on the address, the map and the content of the database alone; every question
     *     to the database belongs in it
     */
    void answer(Context request, MapChoice map, Shared.Maker<Object> maker) throws SQLException, ProblemException {
        List<Object> asked = List.of(request.path(), request.queryParamMap(), map);
        Answer answer = answers.get(asked, unknown -> new Shared<>(MAKING, System::nanoTime))
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

    /** Of the database; shared by all for as long as it is not asked anew. */
    private long version() throws SQLException, ProblemException {
        long turn = System.nanoTime() / CHECK.toNanos();
        return version.get(turn, () -> summaries.freshness().version());
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
