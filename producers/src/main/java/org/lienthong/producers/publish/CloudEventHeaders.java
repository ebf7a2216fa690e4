package org.lienthong.producers.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.kafka.common.header.Headers;
import org.lienthong.schemas.event.EventHeader;

/**
 * CloudEvents 1.0 attributes as Kafka headers, binary content mode: an attribute {@code x} is the header {@code ce_x},
 * and {@code datacontenttype} is {@code content-type} (CloudEvents Kafka protocol binding 1.0.2, 3.2).
 */
final class CloudEventHeaders {

    private static final byte[] SPEC_VERSION = "1.0".getBytes(UTF_8);
    private static final byte[] CONTENT_TYPE = "application/avro".getBytes(UTF_8);

    /** Few sources and types make many events: their bytes are made once. */
    private final Map<Source, byte[]> sources = new ConcurrentHashMap<>();

    private final Map<Schema, byte[]> types = new ConcurrentHashMap<>();

    /**
     * @param type the schema of the payload; its full name is the type of the event
     * @param subject what the event is about: the key of its record
     */
    void add(Headers headers, EventHeader event, Schema type, String subject) {
        headers.add("ce_specversion", SPEC_VERSION);
        headers.add("ce_id", event.getEventId().getBytes(UTF_8));
        headers.add("ce_source", sources.computeIfAbsent(Source.of(event), Source::uri));
        headers.add("ce_type", types.computeIfAbsent(type, t -> t.getFullName().getBytes(UTF_8)));
        headers.add("ce_time", event.getOccurredAt().toString().getBytes(UTF_8));
        headers.add("ce_subject", subject.getBytes(UTF_8));
        headers.add("content-type", CONTENT_TYPE);
    }

    private record Source(String agency, String system) {

        static Source of(EventHeader event) {
            return new Source(event.getAgencyId(), event.getSourceSystem());
        }

        /** A URI reference, as CloudEvents asks; a form encoder's plus sign would mean itself here. */
        byte[] uri() {
            String encoded = URLEncoder.encode(system, UTF_8).replace("+", "%20");
            return ("/agencies/" + agency + "/systems/" + encoded).getBytes(UTF_8);
        }
    }
}
