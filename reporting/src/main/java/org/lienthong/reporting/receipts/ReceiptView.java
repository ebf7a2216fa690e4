package org.lienthong.reporting.receipts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.names.Named;
import org.lienthong.schemas.exchange.ReceiptMessages.Message;

/**
 * What became of one event.
 *
 * @param receivedAt when the platform took the event in; null: from before such times were kept
 * @param eventId null, like dossier, agency and system, where the bytes could not be read
 * @param code stable; the message says what it means and what to do
 * @param recordVersion of the record after the event; 0: it did not reach one
 * @param redriveOf where the event was first read; null: it is no redrive
 */
public record ReceiptView(
        @Nullable Instant receivedAt,
        @Nullable String eventId,
        @Nullable String dossier,
        @Nullable Named agency,
        @Nullable String system,
        String outcome,
        String code,
        Message message,
        int recordVersion,
        Place origin,
        @Nullable Place redriveOf) {

    /** Where a record stands in a topic. */
    public record Place(String topic, int partition, long offset) {}
}
