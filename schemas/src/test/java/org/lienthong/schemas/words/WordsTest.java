package org.lienthong.schemas.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.PermitView;
import org.lienthong.schemas.permit.PermitEvent;

class WordsTest {

    private static final Schema RECORD = DossierRecord.getClassSchema();
    private static final Schema PERMIT = PermitView.getClassSchema();

    @Test
    void bothLanguagesNameTheSameThings() {
        assertThat(keys("vi")).isEqualTo(keys("en"));
    }

    @Test
    void everyFieldOfARecordAndOfItsPermitsHasAName() {
        Set<String> expected = new TreeSet<>();
        RECORD.getFields().forEach(field -> expected.add("field." + field.name()));
        PERMIT.getFields().forEach(field -> expected.add("field.permits." + field.name()));

        assertThat(keysUnder("field.")).isEqualTo(expected);
    }

    @Test
    void everyKindOfEventHasAName() {
        Set<String> expected = new TreeSet<>();
        for (Schema event : List.of(DossierEvent.getClassSchema(), PermitEvent.getClassSchema())) {
            event.getField("payload").schema().getTypes().forEach(kind -> expected.add("event." + kind.getName()));
        }

        assertThat(keysUnder("event.")).isEqualTo(expected);
    }

    @Test
    void everyConstantThatAFieldMayHoldHasAName() {
        Set<String> expected = new TreeSet<>();
        constants(RECORD, "constant.", expected);
        constants(PERMIT, "constant.permits.", expected);

        assertThat(keysUnder("constant.")).isEqualTo(expected);
    }

    @Test
    void aFieldOfAPermitIsNamedWithTheNumberWhateverSlashesThatHas() {
        assertThat(Words.field("permits/12/GPXD/validUntil"))
                .isEqualTo(new Term(
                        "permits/12/GPXD/validUntil",
                        "Giấy phép 12/GPXD: hiệu lực đến hết ngày",
                        "Permit 12/GPXD: valid until"));
        assertThat(Words.constant("permits/12/GPXD/status", "REVOKED").en()).isEqualTo("revoked");
    }

    @Test
    void aNameOfALaterVersionStandsForItself() {
        assertThat(Words.field("mood")).isEqualTo(new Term("mood", "mood", "mood"));
        assertThat(Words.event("DossierFramed").vi()).isEqualTo("DossierFramed");
        assertThat(Words.constant("status", "LOST").vi()).isEqualTo("LOST");
    }

    private static void constants(Schema record, String prefix, Set<String> keys) {
        for (Schema.Field field : record.getFields()) {
            Schema schema = field.schema();
            Stream<Schema> branches = schema.isUnion() ? schema.getTypes().stream() : Stream.of(schema);
            branches.filter(branch -> branch.getType() == Type.ENUM)
                    .flatMap(branch -> branch.getEnumSymbols().stream())
                    .forEach(symbol -> keys.add(prefix + field.name() + "." + symbol));
        }
    }

    private static Set<String> keysUnder(String prefix) {
        Set<String> keys = new TreeSet<>(keys("vi"));
        keys.removeIf(key -> !key.startsWith(prefix));
        return keys;
    }

    private static Set<String> keys(String language) {
        return ResourceBundle.getBundle(
                        "org.lienthong.schemas.words.words",
                        Locale.forLanguageTag(language),
                        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .keySet();
    }
}
