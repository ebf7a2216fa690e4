package org.lienthong.benchmarks.engines;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a right run leaves behind.
 *
 * @param events records on both topics of events, doubled ones counted twice
 * @param digests as {@link Digests#text()} has them
 * @param statistics the values of unit.statistics, as they are on the topic, by key; without those that are zero
 */
record Expected(long events, long dossiers, String digests, Map<String, byte[]> statistics) implements Serializable {

    void save(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ObjectOutputStream objects = new ObjectOutputStream(out)) {
            objects.writeObject(this);
        }
    }

    /** Reads a file that this program wrote. */
    static Expected load(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ObjectInputStream objects = new ObjectInputStream(in)) {
            return (Expected) objects.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException(file + " was written by another version: delete its directory", e);
        }
    }
}
