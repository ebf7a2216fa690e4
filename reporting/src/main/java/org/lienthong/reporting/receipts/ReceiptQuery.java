package org.lienthong.reporting.receipts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.names.Named;
import org.lienthong.reporting.receipts.ReceiptView.Place;
import org.lienthong.schemas.exchange.ReceiptMessages;

/** Looks receipts up, in order of arrival: those of a dossier are in one partition. */
public final class ReceiptQuery {

    /** Far more than a dossier has in its life; a source that repeats itself without end must not fill the memory. */
    private static final int MOST = 10_000;

    private static final String RECEIPTS = """
            SELECT r.*, a.name AS agency_name
            FROM lienthong.receipts r LEFT JOIN lienthong.agencies a ON a.id = r.agency_id
            WHERE r.%s = ? ORDER BY r.receipt_partition, r.receipt_offset LIMIT ?
            """;
    private static final String OF_DOSSIER = RECEIPTS.formatted("dossier_code");
    private static final String OF_EVENT = RECEIPTS.formatted("event_id");

    private final Reader reader;

    public ReceiptQuery(DataSource database) {
        this.reader = new Reader(database);
    }

    /** The first ten thousand receipts of the events that name this dossier, refused ones too. */
    public List<ReceiptView> ofDossier(String code) throws SQLException {
        return reader.list(OF_DOSSIER, ReceiptQuery::receipt, code, MOST);
    }

    /** One receipt for each time that an event with this id arrived; systems may use the same ids. */
    public List<ReceiptView> ofEvent(String id) throws SQLException {
        return reader.list(OF_EVENT, ReceiptQuery::receipt, id, MOST);
    }

    private static ReceiptView receipt(ResultSet row) throws SQLException {
        String code = row.getString("code");
        return new ReceiptView(
                Reader.time(row, "received_at"),
                row.getString("event_id"),
                row.getString("dossier_code"),
                Named.read(row, "agency_id", "agency_name"),
                row.getString("source_system"),
                row.getString("outcome"),
                code,
                ReceiptMessages.of(code),
                row.getInt("record_version"),
                new Place(row.getString("origin_topic"), row.getInt("origin_partition"), row.getLong("origin_offset")),
                redriveOf(row));
    }

    private static @Nullable Place redriveOf(ResultSet row) throws SQLException {
        String topic = row.getString("redrive_of_topic");
        return topic == null
                ? null
                : new Place(topic, row.getInt("redrive_of_partition"), row.getLong("redrive_of_offset"));
    }
}
