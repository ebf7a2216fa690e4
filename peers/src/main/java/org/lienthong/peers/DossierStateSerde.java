package org.lienthong.peers;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.lienthong.peers.DossierState.Event;
import org.lienthong.schemas.dossier.DossierRecord;

/** A dossier as bytes: its record in Avro, then its events; each behind its length, an event's with a flag. */
final class DossierStateSerde implements Serde<DossierState> {

    @Override
    public Serializer<DossierState> serializer() {
        return (topic, state) -> state == null ? null : write(state);
    }

    @Override
    public Deserializer<DossierState> deserializer() {
        return (topic, bytes) -> bytes == null ? null : read(ByteBuffer.wrap(bytes));
    }

    private byte[] write(DossierState state) {
        byte[] record = Rules.own().write(state.record());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(
                record.length + 300 * (1 + state.events().size()));
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(record.length);
            out.write(record);
            for (Event event : state.events()) {
                out.writeBoolean(event.permit());
                out.writeInt(event.value().length);
                out.write(event.value());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private DossierState read(ByteBuffer buffer) {
        DossierRecord record = Rules.own().read(next(buffer));
        List<Event> events = new ArrayList<>(8);
        while (buffer.hasRemaining()) {
            boolean permit = buffer.get() != 0;
            events.add(new Event(permit, next(buffer)));
        }
        return new DossierState(record, events);
    }

    private static byte[] next(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.getInt()];
        buffer.get(bytes);
        return bytes;
    }
}
