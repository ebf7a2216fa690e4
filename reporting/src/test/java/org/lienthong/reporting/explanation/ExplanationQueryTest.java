package org.lienthong.reporting.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.explanation.ExplanationQuery.EventPlace;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.schemas.exchange.Outcome;

class ExplanationQueryTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    private static ExplanationQuery query;

    @BeforeAll
    static void fill() {
        SinkRows rows = new SinkRows(DATABASE.database().dataSource());
        rows.receipts(List.of(
                Samples.receipt("A", Outcome.APPLIED, 3),
                Samples.receipt("A", Outcome.LATE, 9),
                Samples.receipt("A", Outcome.DUPLICATE, 10),
                Samples.receipt("A", Outcome.QUARANTINED, 11),
                Samples.receipt("A", Outcome.CONFLICT, 12),
                Samples.receipt("A", Outcome.SUPERSEDED, 13),
                // As after the merge has been run anew over all events.
                Samples.receipt("A", Outcome.APPLIED, 3),
                Samples.receipt("B", Outcome.APPLIED, 4)));
        rows.agency(Samples.agency());
        query = new ExplanationQuery(DATABASE.database().dataSource());
    }

    @Test
    void everyEventThatWentIntoTheRecordIsFoundOnce() throws Exception {
        assertThat(query.events("A")).extracting(EventPlace::offset).containsExactly(3L, 9L, 12L, 13L);
        assertThat(query.events("B")).containsExactly(new EventPlace("e-4", "dossier.events", 0, 4));
        assertThat(query.events("C")).isEmpty();
    }

    @Test
    void agenciesHaveTheNamesOfTheReferenceData() throws Exception {
        String id = Samples.agency().getId();

        assertThat(query.agencyNames(Set.of(id, "H36.99")).keySet()).containsExactly(id);
        assertThat(query.agencyNames(Set.of())).isEmpty();
    }

    @Test
    void answersAreThereInBothLanguages() {
        assertThat(keys("vi")).isEqualTo(keys("en"));
    }

    private static Set<String> keys(String language) {
        return ResourceBundle.getBundle(
                        "org.lienthong.reporting.explanation.answers",
                        Locale.forLanguageTag(language),
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .keySet();
    }
}
