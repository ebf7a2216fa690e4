package org.lienthong.schemas.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topic.Access;
import org.lienthong.schemas.topic.Topics;

/** What every schema on the wire has to keep. */
class SchemaRulesTest {

    /** Words in a field's name that promise something about a person, or free text in which one may be named. */
    private static final Set<String> PERSONAL_WORDS = Set.of(
            "name", "identity", "phone", "email", "address", "officer", "holder", "applicant", "note", "summary");

    /** Names of things, and an agency that holds a dossier: nobody's personal data. */
    private static final Set<String> NAMES_OF_THINGS =
            Set.of("Agency.name", "Procedure.name", "Unit.name", "Paper.name", "DossierRecord.holderAgency");

    /** Enums whose symbols are fixed by law or by this platform: a new one is a new topic version, not a surprise. */
    private static final Set<String> CLOSED = Set.of("DeadlineAlertKind", "DossierStatus", "Outcome", "UnitLevel");

    @Test
    void everyTypeAndFieldIsDocumented() {
        assertThat(AvroTypes.all())
                .allSatisfy(type -> assertThat(type.getDoc())
                        .as("doc of %s", type.getFullName())
                        .isNotBlank());
        assertThat(fields())
                .allSatisfy(field ->
                        assertThat(field.field().doc()).as("doc of %s", field).isNotBlank());
    }

    @Test
    void fieldsThatSoundPersonalAreTagged() {
        assertThat(fields().filter(Field::soundsPersonal).filter(field -> !AvroTypes.isPersonal(field.field())))
                .as("tag these \"pii\": true, or list them among the names of things")
                .map(Field::toString)
                .isEmpty();
    }

    @Test
    void openTopicsHoldNoPersonalData() {
        assertThat(Topics.all())
                .filteredOn(topic -> topic.access() == Access.OPEN)
                .allSatisfy(topic -> assertThat(personalFields(topic))
                        .as("topic %s is open to every agency", topic.name())
                        .isEmpty());
    }

    @Test
    void restrictedTopicsHaveAReason() {
        assertThat(Topics.all())
                .filteredOn(topic -> topic.access() == Access.RESTRICTED)
                .allSatisfy(topic -> assertThat(personalFields(topic))
                        .as("topic %s needs no grant", topic.name())
                        .isNotEmpty());
    }

    @Test
    void enumsMayGrowUnlessTheyAreClosed() {
        assertThat(AvroTypes.all())
                .filteredOn(type -> type.getType() == Type.ENUM)
                .allSatisfy(type -> assertThat(type.getEnumDefault() == null)
                        .as("%s has no default and is not closed, or the other way round", type.getName())
                        .isEqualTo(CLOSED.contains(type.getName())));
    }

    @Test
    void everyTopicSaysWhatItsKeyIs() {
        assertThat(Topics.all())
                .allSatisfy(topic -> assertThat(topic.schema().getDoc())
                        .as("doc of the record of %s", topic.name())
                        .containsPattern("Key( of the topic)?: "));
    }

    private static List<String> personalFields(Topic<?> topic) {
        return AvroTypes.within(topic.schema()).stream()
                .flatMap(SchemaRulesTest::fields)
                .filter(field -> AvroTypes.isPersonal(field.field()))
                .map(Field::toString)
                .toList();
    }

    private static Stream<Field> fields() {
        return AvroTypes.all().stream().flatMap(SchemaRulesTest::fields);
    }

    private static Stream<Field> fields(Schema type) {
        return type.getType() == Type.RECORD
                ? type.getFields().stream().map(field -> new Field(type, field))
                : Stream.empty();
    }

    private record Field(Schema owner, Schema.Field field) {

        boolean soundsPersonal() {
            boolean mayHoldText = AvroTypes.within(field.schema()).isEmpty()
                    || AvroTypes.within(field.schema()).stream().anyMatch(type -> type.getType() == Type.RECORD);
            return mayHoldText
                    && !NAMES_OF_THINGS.contains(toString())
                    && Arrays.stream(field.name().split("(?=[A-Z])"))
                            .map(word -> word.toLowerCase(Locale.ROOT))
                            .anyMatch(PERSONAL_WORDS::contains);
        }

        @Override
        public String toString() {
            return owner.getName() + "." + field.name();
        }
    }
}
