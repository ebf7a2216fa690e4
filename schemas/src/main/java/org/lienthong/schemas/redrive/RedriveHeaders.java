package org.lienthong.schemas.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.lienthong.schemas.exchange.Origin;

/** Kafka headers of a record that was sent again out of quarantine; every other header is as it came first. */
public final class RedriveHeaders {

    /** Where the event was first read, as {@link Origins#text}: the same over any number of redrives. */
    public static final String REDRIVE_OF = "lt_redrive_of";

    /** When it was last sent again: ISO 8601, UTC. */
    public static final String REDRIVEN_AT = "lt_redriven_at";

    private RedriveHeaders() {}

    /** Where the event was first read; empty for a record that is no redrive, or whose header says no place. */
    public static Optional<Origin> redriveOf(Headers headers) {
        Header header = headers.lastHeader(REDRIVE_OF);
        return header == null || header.value() == null
                ? Optional.empty()
                : Origins.parse(new String(header.value(), UTF_8));
    }
}
