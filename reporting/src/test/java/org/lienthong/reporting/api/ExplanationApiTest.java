package org.lienthong.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.explanation.Explainer;
import org.lienthong.reporting.explanation.ExplanationUnavailableException;
import org.lienthong.reporting.explanation.ExplanationView;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.reporting.testing.Told;

class ExplanationApiTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static final String CODE = "H36.25-250701-0001";
    private static final Kafka KAFKA = new Kafka();
    private static ReportServer server;

    @BeforeAll
    static void start() {
        new SinkRows(DATABASE.database().dataSource()).dossiers(List.of(Samples.dossier(CODE, 1)));
        server = new ReportServer(
                ServerSettings.local(0), DATABASE.database().dataSource(), Clock.systemUTC(), List::of, Map::of, KAFKA);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aDossierIsExplainedByCodeOrAliasEventByEvent() throws Exception {
        for (String name : List.of(CODE, "h36.25-250701-0001", "alias-" + CODE)) {
            JsonNode told = client().json("v1/dossiers/" + name + "/explanation", 200);

            assertThat(told.at("/dossier").asText()).isEqualTo(CODE);
            assertThat(told.at("/events")).hasSize(4);
            JsonNode change = told.at("/events/1/changes/0");
            assertThat(change.at("/field/code").asText()).isEqualTo("dueAt");
            assertThat(change.at("/field/vi").asText()).isEqualTo("Ngày hẹn trả");
            assertThat(change.at("/before/value").asText()).isEqualTo(Told.DUE.toString());
            assertThat(change.at("/after/vi").asText()).isEqualTo("22/07/2025 17:00");
            assertThat(change.at("/rules/0/code").asText()).isEqualTo("OWNER_STATES");
        }
    }

    @Test
    void oneFieldIsAnsweredInASentenceWithItsEventsAlone() throws Exception {
        JsonNode told = client().json("v1/dossiers/" + CODE + "/explanation?field=DUEAT", 200);

        assertThat(told.at("/fields")).hasSize(1);
        assertThat(told.at("/fields/0/answer/vi").asText())
                .isEqualTo(
                        "Ngày hẹn trả: 22/07/2025 17:00; do Bộ phận một cửa Di Linh (H36.25) ghi qua hệ thống one-stop"
                                + " lúc 01/07/2025 08:00, sự kiện “Đính chính”, quy tắc “cơ quan có thẩm quyền ghi nhận”;"
                                + " trước đó: 20/07/2025 17:00; ý kiến khác: H36.31: 01/07/2025 08:00.");
        assertThat(told.at("/fields/0/answer/en").asText()).startsWith("Due date: 2025-07-22 17:00; from");
        assertThat(told.at("/events").findValuesAsText("eventId"))
                .contains("e-1", "e-2", "e-3")
                .doesNotContain("e-4");
        assertThat(told.at("/events/0/changes")).hasSize(1);
    }

    @Test
    void aFieldThatNobodySetIsAnsweredToo() throws Exception {
        JsonNode told = client().json("v1/dossiers/" + CODE + "/explanation?field=rating", 200);

        assertThat(told.at("/fields/0/value/value").isNull()).isTrue();
        assertThat(told.at("/fields/0/answer/vi").asText())
                .isEqualTo("Điểm đánh giá: chưa có giá trị, chưa cơ quan có thẩm quyền nào nêu.");
        assertThat(told.at("/events")).isEmpty();
    }

    @Test
    void personalDataIsSaidToBeHidden() throws Exception {
        JsonNode told = client().json("v1/dossiers/" + CODE + "/explanation?field=applicant", 200);

        assertThat(told.at("/fields/0/value/hidden").asBoolean()).isTrue();
        assertThat(told.at("/fields/0/value/value").isNull()).isTrue();
    }

    @Test
    void anUnknownDossierAndAnUnknownFieldAreProblems() throws Exception {
        assertThat(client().json("v1/dossiers/NO-SUCH-CODE/explanation", 404)
                        .at("/code")
                        .asText())
                .isEqualTo("DOSSIER_NOT_FOUND");
        JsonNode field = client().json("v1/dossiers/" + CODE + "/explanation?field=mood", 400);
        assertThat(field.at("/code").asText()).isEqualTo("UNKNOWN_FIELD");
        assertThat(field.at("/detail").asText()).contains("\"mood\"", "applicant, dueAt, permits, rating, status");
        assertThat(client().json("v1/dossiers/" + CODE + "/explanation?fields=dueAt", 400)
                        .at("/code")
                        .asText())
                .isEqualTo("UNKNOWN_PARAMETER");
    }

    @Test
    void eventsThatCannotBeReadAreAProblemThatPasses() throws Exception {
        KAFKA.away = true;
        try {
            HttpResponse<String> answer = client().get("v1/dossiers/" + CODE + "/explanation");

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("EVENTS_UNAVAILABLE").doesNotContain("no broker");
            assertThat(answer.headers().firstValue("retry-after")).contains("5");
        } finally {
            KAFKA.away = false;
        }
        client().json("v1/dossiers/" + CODE + "/explanation", 200);
    }

    private static Client client() {
        return new Client(server.url());
    }

    /** Events that can be read, or not. */
    private static final class Kafka implements Explainer {
        private volatile boolean away;

        @Override
        public SortedSet<String> fields() {
            return Told.NOTHING.fields();
        }

        @Override
        public ExplanationView explain(String code) throws ExplanationUnavailableException {
            if (away) {
                throw new ExplanationUnavailableException("no broker", new IllegalStateException());
            }
            return Told.explanation(code);
        }
    }
}
