package org.lienthong.reporting.quarantine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.lienthong.reporting.database.Reader;
import org.lienthong.schemas.exchange.Origin;

/** Reads the original bytes, from the schema that is granted separately. */
public final class PayloadQuery {

    private static final String PAYLOAD = """
            SELECT key, value, headers FROM lienthong_private.quarantine_payloads
            WHERE origin_topic = ? AND origin_partition = ? AND origin_offset = ?
            """;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Reader reader;

    public PayloadQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    public Optional<Payload> find(Origin origin) throws SQLException {
        return reader
                .list(
                        PAYLOAD,
                        row -> new Payload(row.getBytes("key"), row.getBytes("value"), headers(row)),
                        origin.getTopic(),
                        origin.getPartition(),
                        origin.getOffset())
                .stream()
                .findFirst();
    }

    /** Jackson reads base64 texts as bytes, as the sink wrote them. */
    private static Map<String, byte[]> headers(ResultSet row) throws SQLException {
        try {
            return JSON.readValue(row.getString("headers"), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new SQLException("headers of a quarantined record are no map of base64 texts", e);
        }
    }
}
