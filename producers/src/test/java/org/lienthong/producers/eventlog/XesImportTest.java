package org.lienthong.producers.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.producers.mapping.LogMapping;
import org.lienthong.producers.problem.ProblemCode;
import org.lienthong.schemas.dossier.DossierEvent;

class XesImportTest {

    private static final String MAPPING = """
            source: {system: test, agency: H36.25, zone: Asia/Ho_Chi_Minh}
            columns: {id: "case:concept:name", activity: "concept:name", time: "time:timestamp"}
            dossier:
              code: {column: "case:concept:name"}
            otherwise: progress
            """;

    private static final String TRACE = """
              <trace>
                <string key="concept:name" value="H36.25-250701-0001"/>
                <list key="docs"><values><string key="doc" value="đơn"><int key="pages" value="2"/></string></values></list>
                <event>
                  <string key="concept:name" value="Thẩm định"/>
                  <date key="time:timestamp" value="2025-07-01T09:00:00.000+07:00"/>
                  <float key="cost" value="1.5"/>
                </event>
                <event>
                  <string key="concept:name" value="Trình ký"/>
                  <date key="time:timestamp" value="sometime"/>
                </event>
              </trace>
            """;

    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <log xes.version="1.0" xmlns="http://www.xes-standard.org/">
              <global scope="event"><string key="concept:name" value="UNKNOWN"/></global>
            """;

    @TempDir
    Path directory;

    private CollectingSink sink = new CollectingSink();

    @BeforeEach
    void fresh() {
        sink = new CollectingSink();
    }

    @Test
    void eventsCarryTheirOwnAndTheirTracesAttributes() throws IOException {
        ImportResult result = importXes(HEAD + TRACE + "</log>");

        assertThat(result.read()).isEqualTo(2);
        assertThat(result.published()).isEqualTo(1);
        assertThat(result.rejected()).isEqualTo(1);
        assertThat(result.stopped()).isEmpty();
        DossierEvent event = sink.events.get(0);
        assertThat(event.getDossierCode()).isEqualTo("H36.25-250701-0001");
        assertThat(event.getAttributes())
                .isEqualTo(Map.of(
                        "cost", "1.5",
                        "case:docs/doc", "đơn",
                        "case:docs/doc/pages", "2",
                        "case:concept:name", "H36.25-250701-0001"));
        assertThat(Files.readString(result.rejectFile().orElseThrow()))
                .contains("\"TIME_INVALID\"")
                .contains("\"line\":12");
    }

    @Test
    void anExternalEntityIsRefused() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret.txt"), "bí mật");
        String doctype = "<!DOCTYPE log [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n";
        String xes = HEAD.replace("<log", doctype + "<log") + TRACE.replace("Thẩm định", "&x;") + "</log>";

        assertThatThrownBy(() -> importXes(xes))
                .isInstanceOfSatisfying(
                        ImportRefusedException.class,
                        e -> assertThat(e.problem().code()).isEqualTo(ProblemCode.XES_DTD));
        assertThat(sink.events).isEmpty();

        ImportResult undeclared = importXes(HEAD + TRACE.replace("Thẩm định", "&x;") + "</log>");
        assertThat(undeclared.stopped()).map(p -> p.code()).contains(ProblemCode.XES_BROKEN);
        assertThat(sink.events).isEmpty();
    }

    @Test
    void malformedXmlStopsAtItsPlaceAndTheEventsBeforeGoThrough() throws IOException {
        ImportResult result = importXes(HEAD + TRACE + "  <trace><event></trace>\n</log>");

        assertThat(result.published()).isEqualTo(1);
        assertThat(result.stopped()).hasValueSatisfying(p -> {
            assertThat(p.code()).isEqualTo(ProblemCode.XES_BROKEN);
            assertThat(p.arguments().get(1)).isEqualTo("17");
        });
    }

    private ImportResult importXes(String xes) throws IOException {
        Path mapping = Files.writeString(directory.resolve("mapping.yaml"), MAPPING);
        Path file = Files.writeString(directory.resolve("log.xes"), xes);
        return new EventLogImporter(LogMapping.read(mapping), sink).importFile(file, directory, n -> {});
    }
}
