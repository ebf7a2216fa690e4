package org.lienthong.registry.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lienthong.registry.catalog.CompatibilityLevel;
import org.lienthong.registry.catalog.Entry;
import org.lienthong.registry.catalog.Mode;
import org.lienthong.registry.catalog.Reference;
import org.lienthong.registry.catalog.SchemaContent;
import org.lienthong.registry.catalog.SchemaVersion;
import org.lienthong.registry.storage.EntryJson.Pair;

class EntryJsonTest {

    @Test
    void aVersionIsWrittenAsConfluentsRegistryWritesIt() {
        Pair pair = EntryJson.write(new Entry.Stored(new SchemaVersion("s-value", 2, 7, content(), false)));

        assertThat(new String(pair.key(), StandardCharsets.UTF_8))
                .isEqualTo("{\"keytype\":\"SCHEMA\",\"subject\":\"s-value\",\"version\":2,\"magic\":1}");
        assertThat(new String(pair.value(), StandardCharsets.UTF_8))
                .isEqualTo("{\"subject\":\"s-value\",\"version\":2,\"id\":7,"
                        + "\"references\":[{\"name\":\"a.B\",\"subject\":\"b\",\"version\":1}],"
                        + "\"schema\":\"\\\"int\\\"\",\"deleted\":false}");
    }

    @Test
    void everyEntryComesBack() throws IOException {
        for (Entry entry : List.of(
                new Entry.Stored(new SchemaVersion("s", 1, 1, content(), true)),
                new Entry.Erased("s", 1),
                new Entry.SubjectDeleted("s", 3),
                new Entry.LevelSet(Optional.empty(), Optional.of(CompatibilityLevel.FULL)),
                new Entry.LevelSet(Optional.of("s"), Optional.empty()),
                new Entry.ModeSet(Optional.of("s"), Optional.of(Mode.IMPORT)))) {
            Pair pair = EntryJson.write(entry);
            assertThat(EntryJson.read(pair.key(), pair.value())).contains(entry);
        }
    }

    @Test
    void recordsOfOtherRegistriesAreUnderstoodOrPassedOver() throws IOException {
        assertThat(
                        read(
                                "{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1,\"magic\":1}",
                                "{\"subject\":\"s\",\"version\":1,\"id\":1,\"guid\":\"x\",\"schemaType\":\"AVRO\",\"references\":[],"
                                        + "\"metadata\":null,\"ruleSet\":null,\"schema\":\"\\\"int\\\"\",\"deleted\":false,\"ts\":1}"))
                .contains(
                        new Entry.Stored(new SchemaVersion("s", 1, 1, new SchemaContent("\"int\"", List.of()), false)));
        assertThat(read("{\"keytype\":\"CONFIG\",\"subject\":null,\"magic\":0}", "{\"compatibilityLevel\":\"NONE\"}"))
                .contains(new Entry.LevelSet(Optional.empty(), Optional.of(CompatibilityLevel.NONE)));
        assertThat(read("{\"keytype\":\"NOOP\",\"magic\":0}", null)).isEmpty();
        assertThat(read("{\"keytype\":\"CLUSTER_ID\",\"magic\":0}", "{}")).isEmpty();
        assertThatThrownBy(
                        () -> read("{\"keytype\":\"SCHEMA\",\"subject\":\"s\",\"version\":1}", "{\"subject\":\"s\"}"))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("no json", null)).isInstanceOf(IOException.class);
    }

    private static Optional<Entry> read(String key, @Nullable String value) throws IOException {
        return EntryJson.read(
                key.getBytes(StandardCharsets.UTF_8), value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    private static SchemaContent content() {
        return new SchemaContent("\"int\"", List.of(new Reference("a.B", "b", 1)));
    }
}
