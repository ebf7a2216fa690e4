package org.lienthong.streams.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.streams.dossier.Events.day;
import static org.lienthong.streams.dossier.Events.submitted;
import static org.lienthong.streams.record.Folding.life;

import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lienthong.runtime.testing.Golden;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.DossierCorrected;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierResolved;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.words.Words;
import org.lienthong.streams.dossier.RandomLives;

/** The table of who owns what is what the fold does: no statement that it leaves out, and none that is never made. */
class AuthorityTableTest {

    private static final String RECEIVER = "H36.25";

    private final Map<FieldGroup, SortedSet<String>> fields = new EnumMap<>(FieldGroup.class);
    private final Map<FieldGroup, SortedSet<String>> events = new EnumMap<>(FieldGroup.class);

    @Test
    void theTableHasWhatTheFoldStatesAndNothingElse() {
        long seed = System.nanoTime();
        System.out.println("seed of theTableHasWhatTheFoldStatesAndNothingElse: " + seed);
        RandomLives lives = new RandomLives(seed);
        for (int i = 0; i < 2_000; i++) {
            listen(lives.next("H36.25-250602-%05d".formatted(i)).stream()
                    .map(event -> event instanceof PermitEvent permit ? Fact.of(permit) : Fact.of((DossierEvent) event))
                    .toList());
        }
        listen(withEveryField().facts());

        for (FieldGroup group : FieldGroup.values()) {
            assertThat(fields.get(group))
                    .as("fields of %s, seed %d", group, seed)
                    .isEqualTo(new TreeSet<>(group.fields()));
            assertThat(events.get(group))
                    .as("events of %s, seed %d", group, seed)
                    .isEqualTo(new TreeSet<>(group.events()));
        }
    }

    @Test
    void thePageIsTheTable() {
        Golden.assertMatches(
                Path.of("../docs/generated/authority.md"),
                AuthorityPage.text(),
                "Who owns which field has changed: agencies see other values and other receipts");
    }

    @Test
    void everyAnomalyHasAName() {
        assertThat(Arrays.stream(Anomalies.class.getDeclaredFields())
                        .filter(field -> Modifier.isPublic(field.getModifiers()))
                        .map(field -> field.getName()))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(Words.anomaly(code).vi()).isNotEqualTo(code));
    }

    private void listen(List<Fact> facts) {
        List<Fact> ordered =
                facts.stream().sorted(Comparator.comparing(Fact::order)).toList();
        var record = RecordFold.blank(ordered.get(0));
        for (Fact fact : ordered) {
            new RecordFold(Reference.NONE, new Listener(fact.kind())).apply(record, fact);
        }
    }

    /** What random lives do without. */
    private static Folding withEveryField() {
        Applicant applicant = Applicant.newBuilder().setName("Trần Văn Thử").build();
        return life().on(
                        0,
                        RECEIVER,
                        DossierSubmitted.newBuilder(submitted("25000"))
                                .setSummary("Tóm tắt")
                                .build())
                .on(
                        1,
                        RECEIVER,
                        DossierCorrected.newBuilder()
                                .setProcedureCode("1.000001")
                                .setApplicant(applicant)
                                .setDueAt(day(9))
                                .build())
                .on(2, RECEIVER, new DossierResolved("GRANTED", true));
    }

    /** Notes what is stated; another code may come with any event, and says nothing of its kind. */
    private final class Listener implements Trace {

        private final String kind;

        Listener(String kind) {
            this.kind = kind;
        }

        @Override
        public void set(String field, Rule rule) {}

        @Override
        public void states(FieldGroup group, String field) {
            String inTable = field.startsWith("permits/") ? "permits" : field;
            fields.computeIfAbsent(group, g -> new TreeSet<>()).add(inTable);
            if (!field.equals("aliases")) {
                events.computeIfAbsent(group, g -> new TreeSet<>()).add(kind);
            }
        }
    }
}
