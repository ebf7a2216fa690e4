package org.lienthong.reporting.dossiers;

import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.names.Named;
import org.lienthong.schemas.exchange.ReceiptMessages.Message;

/**
 * Something odd about a dossier.
 *
 * @param code stable; the explanation says what it means and what to do
 * @param agency that stated the event; null: not recorded
 * @param detail what the code leaves open; may be empty
 */
public record AnomalyView(
        String code, String eventId, @Nullable Named agency, String detail, Message explanation) {}
