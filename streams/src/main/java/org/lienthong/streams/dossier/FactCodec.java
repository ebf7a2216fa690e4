package org.lienthong.streams.dossier;

import java.util.Arrays;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

/** Facts from and to bytes: as they come on their topics, and as the history keeps them (one tag byte in front). */
final class FactCodec {

    private static final byte DOSSIER = 'D';
    private static final byte PERMIT = 'P';

    private final Serde<DossierEvent> dossierEvents;
    private final Serde<PermitEvent> permitEvents;

    FactCodec(AvroSerdes serdes) {
        dossierEvents = serdes.of(Topics.DOSSIER_EVENTS);
        permitEvents = serdes.of(Topics.PERMIT_EVENTS);
    }

    /** @throws org.lienthong.schemas.serde.UnreadableRecordException for bytes that are no event of the topic */
    Fact read(String topic, Headers headers, byte[] value) {
        return topic.equals(Topics.PERMIT_EVENTS.name())
                ? new Fact.OfPermit(permitEvents.deserializer().deserialize(topic, headers, value))
                : new Fact.OfDossier(dossierEvents.deserializer().deserialize(topic, headers, value));
    }

    byte[] toHistory(Fact fact) {
        if (fact instanceof Fact.OfDossier dossier) {
            return tagged(DOSSIER, encode(dossierEvents, Topics.DOSSIER_EVENTS, dossier.event()));
        }
        return tagged(PERMIT, encode(permitEvents, Topics.PERMIT_EVENTS, ((Fact.OfPermit) fact).event()));
    }

    Fact fromHistory(byte[] entry) {
        byte[] body = Arrays.copyOfRange(entry, 1, entry.length);
        return entry[0] == PERMIT
                ? new Fact.OfPermit(permitEvents.deserializer().deserialize(Topics.PERMIT_EVENTS.name(), body))
                : new Fact.OfDossier(dossierEvents.deserializer().deserialize(Topics.DOSSIER_EVENTS.name(), body));
    }

    private static <V extends SpecificRecord> byte[] encode(Serde<V> serde, Topic<V> topic, V value) {
        return serde.serializer().serialize(topic.name(), value);
    }

    private static byte[] tagged(byte tag, byte[] body) {
        byte[] entry = new byte[body.length + 1];
        entry[0] = tag;
        System.arraycopy(body, 0, entry, 1, body.length);
        return entry;
    }
}
