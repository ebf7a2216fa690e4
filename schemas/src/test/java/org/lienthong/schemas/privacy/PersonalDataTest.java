package org.lienthong.schemas.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lienthong.schemas.avro.TrustedClasses;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.ApplicantType;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierAccepted;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.dossier.Paper;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonalDataTest {

    static {
        TrustedClasses.trust();
    }

    @Test
    void whatIsTaggedIsHiddenAndTheRestIsReadable() {
        Object payload = DossierSubmitted.newBuilder()
                .setProcedureCode("1.005129")
                .setSector(Sector.CONSTRUCTION)
                .setUnitCode("25000")
                .setReceivingAgency("H36.25")
                .setChannel(Channel.ONLINE)
                .setApplicant(Applicant.newBuilder()
                        .setName("Nguyễn Thị Hòa")
                        .setType(ApplicantType.CITIZEN)
                        .setPhone("0900000000")
                        .build())
                .setSummary("Xin phép xây nhà")
                .setPapers(List.of(Paper.newBuilder()
                        .setName("Đơn đề nghị")
                        .setDigitised(true)
                        .build()))
                .build();

        Map<String, Object> shown = PersonalData.hidden(event(payload, Map.of("ghi chú", "bà Hòa")));

        assertThat(shown.toString()).doesNotContain("Nguyễn", "0900000000", "Xin phép", "bà Hòa");
        assertThat(shown)
                .containsEntry("dossierCode", "H36.25-250701-0001")
                .containsEntry("attributes", PersonalData.HIDDEN)
                .hasEntrySatisfying(
                        "header",
                        header -> assertThat(header).asString().contains("eventId=e-1", "2025-07-01T01:02:03Z"));
        assertThat(shown.get("payload"))
                .asString()
                .startsWith("{DossierSubmitted={procedureCode=1.005129, sector=CONSTRUCTION")
                .contains("applicant=***", "summary=***", "Đơn đề nghị", "channel=ONLINE");
    }

    @Test
    void whatIsAbsentStaysAbsent() {
        Map<String, Object> shown = PersonalData.hidden(event(new DossierAccepted(), Map.of()));

        assertThat(shown).containsEntry("attributes", Map.of());
        assertThat(shown.get("payload")).asString().contains("officer=null", "note=null");
    }

    @Test
    void bytesAndNestedListsAreShownAsAPersonReads() {
        Schema inner = SchemaBuilder.record("Inner")
                .fields()
                .requiredInt("n")
                .name("secret")
                .prop("pii", true)
                .type()
                .stringType()
                .noDefault()
                .endRecord();
        Schema outer = SchemaBuilder.record("Outer")
                .fields()
                .requiredBytes("raw")
                .name("lists")
                .type()
                .unionOf()
                .nullType()
                .and()
                .array()
                .items(Schema.createMap(inner))
                .endUnion()
                .noDefault()
                .endRecord();
        GenericData.Record one = new GenericData.Record(inner);
        one.put("n", 3);
        one.put("secret", "x");
        GenericData.Record all = new GenericData.Record(outer);
        all.put("raw", ByteBuffer.wrap(new byte[5]));
        all.put("lists", List.of(Map.of("a", one)));

        assertThat(PersonalData.hidden(all)).hasToString("{raw=5 bytes, lists=[{a={n=3, secret=***}}]}");
    }

    /** Whatever a record of the catalogue holds, there is a form of it to show. */
    @ParameterizedTest
    @MethodSource("topics")
    void everyRecordOfTheCatalogueCanBeShown(Topic<?> topic) {
        for (Object record : new RandomData(topic.schema(), 50, 679L)) {
            assertThat(PersonalData.hidden((IndexedRecord) record))
                    .hasSize(topic.schema().getFields().size());
        }
    }

    List<Topic<?>> topics() {
        return Topics.all();
    }

    private static DossierEvent event(Object payload, Map<String, String> attributes) {
        return DossierEvent.newBuilder()
                .setHeader(EventHeader.newBuilder()
                        .setEventId("e-1")
                        .setSourceSystem("một cửa")
                        .setAgencyId("H36.25")
                        .setOccurredAt(Instant.parse("2025-07-01T01:02:03Z"))
                        .build())
                .setDossierCode("H36.25-250701-0001")
                .setPayload(payload)
                .setAttributes(attributes)
                .build();
    }
}
