package org.lienthong.schemas.registry;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/**
 * What the platform asks of a Confluent-compatible schema registry. Implementations are thread-safe and cache: a schema
 * id never changes its meaning, so a warm client asks nothing.
 *
 * <p>Every call throws {@link RegistryUnavailableException} when no registry answers (try again later) and
 * {@link RegistryRefusedException} when one answers no (trying again will not help).
 */
public interface SchemaRegistryClient extends AutoCloseable {

    /** Registers the schema under the subject and returns its id; the same content always gets the same id. */
    int register(String subject, Schema schema);

    /** The id of a schema that is registered under the subject already. */
    int idOf(String subject, Schema schema);

    /** The schema with this id. */
    Schema byId(int id);

    /** The schema with this GUID (header mode of 8.0 and later). */
    Schema byGuid(String guid);

    /** The newest version of the subject, or empty where the subject is unknown. */
    Optional<Schema> latest(String subject);

    /** Why the schema may not follow the subject's versions; empty when it may (or when the subject is new). */
    List<String> incompatibilities(String subject, Schema schema);

    @Override
    void close();
}
