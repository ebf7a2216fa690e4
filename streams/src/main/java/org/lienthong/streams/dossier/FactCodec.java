package org.lienthong.streams.dossier;

import java.util.Comparator;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.HistoryEntry;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topics;
import org.lienthong.streams.record.EventOrder;
import org.lienthong.streams.record.Fact;

/** Facts from and to bytes: as they come on their topics, and as the history keeps them. */
public final class FactCodec {

    private final Serde<DossierEvent> dossierEvents;
    private final Serde<PermitEvent> permitEvents;
    private final Serde<HistoryEntry> entries;

    public FactCodec(AvroSerdes serdes) {
        dossierEvents = serdes.of(Topics.DOSSIER_EVENTS);
        permitEvents = serdes.of(Topics.PERMIT_EVENTS);
        entries = serdes.of(HistoryEntry.class);
    }

    /**
     * @param topic dossier.events or permit.events
     * @throws org.lienthong.schemas.serde.UnreadableRecordException for bytes that are no event of the topic
     */
    public Fact read(String topic, Headers headers, byte[] value) {
        return topic.equals(Topics.PERMIT_EVENTS.name())
                ? Fact.of(permitEvents.deserializer().deserialize(topic, headers, value))
                : Fact.of(dossierEvents.deserializer().deserialize(topic, headers, value));
    }

    /** The order of the fold, of facts of any dossiers: what the keys of the history sort by. */
    public Comparator<Fact> foldOrder() {
        return Comparator.comparing(Fact::dossierCode)
                .thenComparing(Fact::order)
                .thenComparing(fact -> HistoryKey.of(fact.dossierCode(), fact.order(), toHistory(fact)));
    }

    /** The same bytes for the same fact: no map, no field whose order is open. */
    byte[] toHistory(Fact fact) {
        HistoryEntry entry = new HistoryEntry(
                fact.sourceSystem(), fact.agencyId(), fact.alias(), fact.permitNumber(), fact.payload());
        return entries.serializer().serialize(DossierSyncTopology.HISTORY_STORE, entry);
    }

    Fact fromHistory(String code, EventOrder order, byte[] bytes) {
        HistoryEntry entry = entries.deserializer().deserialize(DossierSyncTopology.HISTORY_STORE, bytes);
        return new Fact(
                code,
                order,
                entry.getSourceSystem(),
                entry.getAgencyId(),
                entry.getAlias(),
                entry.getPermitNumber(),
                entry.getPayload());
    }
}
