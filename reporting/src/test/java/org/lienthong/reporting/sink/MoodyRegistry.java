package org.lienthong.reporting.sink;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.registry.RegistryUnavailableException;
import org.lienthong.schemas.registry.SchemaRegistryClient;

/** A registry whose readers find nobody there while it is down. */
final class MoodyRegistry implements SchemaRegistryClient {

    private final LocalSchemaRegistry real = new LocalSchemaRegistry();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile boolean down;

    void goDown() {
        down = true;
    }

    void comeBack() {
        down = false;
    }

    int refusals() {
        return refusals.get();
    }

    @Override
    public int register(String subject, Schema schema) {
        return real.register(subject, schema);
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return real.idOf(subject, schema);
    }

    @Override
    public Schema byId(int id) {
        if (down) {
            refusals.incrementAndGet();
            throw new RegistryUnavailableException("no registry answers", new IllegalStateException("down"));
        }
        return real.byId(id);
    }

    @Override
    public Schema byGuid(String guid) {
        return real.byGuid(guid);
    }

    @Override
    public Optional<Schema> latest(String subject) {
        return real.latest(subject);
    }

    @Override
    public List<String> incompatibilities(String subject, Schema schema) {
        return real.incompatibilities(subject, schema);
    }

    @Override
    public void close() {}
}
