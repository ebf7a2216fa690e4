package org.lienthong.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.explanation.ExplanationQuery.EventPlace;
import org.lienthong.runtime.records.RecordPlace;
import org.lienthong.runtime.records.TopicReader;
import org.lienthong.schemas.serde.UnreadableRecordException;
import org.lienthong.streams.dossier.FactCodec;
import org.lienthong.streams.record.Fact;

/** Reads the events of a dossier where their receipts say that they stand. */
final class EventReader {

    private final TopicReader topics;
    private final FactCodec codec;

    EventReader(TopicReader topics, FactCodec codec) {
        this.topics = topics;
        this.codec = codec;
    }

    /** @param missing gone from their topic, or no longer to be read */
    record Events(List<Fact> facts, List<EventPlace> missing) {}

    Events read(String dossier, List<EventPlace> places) {
        Map<RecordPlace, ConsumerRecord<byte[], byte[]>> records =
                topics.at(places.stream().map(EventReader::placeOf).toList());
        List<Fact> facts = new ArrayList<>();
        List<EventPlace> missing = new ArrayList<>();
        for (EventPlace place : places) {
            fact(records.get(placeOf(place)))
                    // A topic that was deleted and created anew has other events at its old offsets.
                    .filter(fact ->
                            fact.dossierCode().equals(dossier) && fact.eventId().equals(place.eventId()))
                    .ifPresentOrElse(facts::add, () -> missing.add(place));
        }
        return new Events(facts, missing);
    }

    private Optional<Fact> fact(@Nullable ConsumerRecord<byte[], byte[]> record) {
        if (record == null || record.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(codec.read(record.topic(), record.headers(), record.value()));
        } catch (UnreadableRecordException e) {
            return Optional.empty();
        }
    }

    private static RecordPlace placeOf(EventPlace place) {
        return new RecordPlace(place.topic(), place.partition(), place.offset());
    }
}
