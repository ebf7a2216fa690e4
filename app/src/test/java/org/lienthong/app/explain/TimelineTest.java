package org.lienthong.app.explain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Console.Language;
import org.lienthong.reporting.explanation.ExplanationQuery.EventPlace;
import org.lienthong.reporting.explanation.ExplanationView;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.DossierAccepted;
import org.lienthong.schemas.dossier.DossierCorrected;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRefused;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.streams.explain.ExplainRules;
import org.lienthong.streams.explain.Explanation;
import org.lienthong.streams.record.Fact;
import org.lienthong.streams.record.Reference;

class TimelineTest {

    private static final String CODE = "H36.25-250602-0001";
    private static final String DESK = "H36.25";
    private static final String STRANGER = "H36.31";

    private final List<Fact> facts = new ArrayList<>();

    @Test
    void anOfficerReadsWhoChangedWhatAndWhy() {
        on("2025-06-02T01:00:00Z", DESK, submitted());
        on("2025-06-02T03:30:00Z", DESK, accepted("2025-06-12T01:00:00Z"));
        on("2025-06-03T01:00:00Z", STRANGER, new DossierRefused("R1", null));
        on("2025-06-04T01:00:00Z", DESK, dueOn("2025-06-22T01:00:00Z"));

        assertThat(Timeline.of(view().about("dueAt"), true, console(Language.VI))
                        .lines())
                .containsExactly(
                        "Hồ sơ H36.25-250602-0001",
                        "Ngày hẹn trả: 22/06/2025 08:00; do Một cửa Di Linh (H36.25) ghi qua hệ thống one-stop lúc"
                                + " 04/06/2025 08:00, sự kiện “Đính chính”, quy tắc “cơ quan có thẩm quyền ghi nhận”;"
                                + " trước đó: 12/06/2025 08:00.",
                        "",
                        "Thời điểm         Sự kiện          Cơ quan, hệ thống          Thay đổi                         "
                                + "                  Quy tắc, ghi chú",
                        "─".repeat(149),
                        "02/06/2025 10:30  Tiếp nhận hồ sơ  Một cửa Di Linh (H36.25),  Ngày hẹn trả: không có →"
                                + " 12/06/2025 08:00          cơ quan có thẩm quyền ghi nhận",
                        "                                   one-stop",
                        "04/06/2025 08:00  Đính chính       Một cửa Di Linh (H36.25),  Ngày hẹn trả: 12/06/2025 08:00 →"
                                + " 22/06/2025 08:00  cơ quan có thẩm quyền ghi nhận",
                        "                                   one-stop                   12/06/2025 08:00 → 22/06/2025"
                                + " 08:00                bất thường: đổi ngày hẹn trả mà",
                        " ".repeat(113) + "không có yêu cầu bổ sung hay dừng xử",
                        " ".repeat(113) + "lý");
    }

    @Test
    void claimsAnomaliesAndWhatIsHiddenHaveTheirNotes() {
        on("2025-06-02T01:00:00Z", DESK, submitted());
        on("2025-06-02T03:30:00Z", DESK, accepted("2025-06-12T01:00:00Z"));
        on("2025-06-03T01:00:00Z", STRANGER, new DossierRefused("R1", null));
        on("2025-06-04T01:00:00Z", DESK, dueOn("2025-06-22T01:00:00Z"));

        String text = Timeline.of(view(), false, console(Language.EN));

        assertThat(text)
                .contains("Applicant: none → not shown (personal data)")
                .contains("Status: Refused")
                .contains("kept as a claim")
                .contains("2025-06-12 08:00 → 2025-06-22")
                .contains("anomaly: due date moved without")
                .contains("H36.31, one-stop")
                .doesNotContain("Trần", "Tóm tắt");
    }

    @Test
    void aFieldWithoutValueAndADossierWithoutEventsSaySo() {
        assertThat(Timeline.of(view(), false, console(Language.VI))).contains("Chưa biết sự kiện nào");
        assertThat(Timeline.of(view().about("rating"), true, console(Language.VI))
                        .lines())
                .containsExactly(
                        "Hồ sơ " + CODE, "Điểm đánh giá: chưa có giá trị, chưa cơ quan có thẩm quyền nào nêu.");
    }

    @Test
    void eventsThatAreGoneAreNamed() {
        ExplanationView view =
                new ExplanationViews(Map.of()).view(told(), List.of(new EventPlace("e-9", "dossier.events", 3, 1_042)));

        assertThat(Timeline.of(view, false, console(Language.EN)))
                .contains("Event e-9 is no longer on its topic (dossier.events, partition 3, offset 1042)");
    }

    private void on(String time, String agency, Object payload) {
        EventHeader header = new EventHeader("e" + facts.size(), "one-stop", agency, Instant.parse(time), 0L);
        facts.add(Fact.of(new DossierEvent(header, CODE, null, payload, Map.of())));
    }

    private ExplanationView view() {
        return new ExplanationViews(Map.of(DESK, "Một cửa Di Linh")).view(told(), List.of());
    }

    private Explanation told() {
        return ExplainRules.explain(CODE, facts, Comparator.comparing(Fact::order), Reference.NONE);
    }

    private static DossierSubmitted submitted() {
        return DossierSubmitted.newBuilder()
                .setProcedureCode("1.005129")
                .setSector(Sector.CONSTRUCTION)
                .setUnitCode("25000")
                .setReceivingAgency(DESK)
                .setApplicant(Applicant.newBuilder().setName("Trần Văn Thử").build())
                .setSummary("Tóm tắt của Trần Văn Thử")
                .build();
    }

    private static DossierAccepted accepted(String due) {
        return DossierAccepted.newBuilder().setDueAt(Instant.parse(due)).build();
    }

    private static DossierCorrected dueOn(String due) {
        return DossierCorrected.newBuilder().setDueAt(Instant.parse(due)).build();
    }

    private static Console console(Language language) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, UTF_8);
        return new Console(nowhere, nowhere, language, false);
    }
}
