package org.lienthong.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.streams.record.Fact;

class InputsTest {

    private final Inputs inputs = new Inputs();

    @Test
    void everyKindOfEventIsAmongThem() {
        Set<String> told = inputs.lives().stream()
                .flatMap(life -> life.stream().map(Fact::kind))
                .collect(Collectors.toSet());

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(DossierEvent.getClassSchema(), PermitEvent.getClassSchema())
                                .flatMap(schema -> schema.getField("payload").schema().getTypes().stream())
                                .map(Schema::getName)
                                .toList());
    }

    @Test
    void everyRunHasTheSame() {
        Inputs again = new Inputs();

        assertThat(again.events()).isEqualTo(inputs.events());
        assertThat(again.records()).isEqualTo(inputs.records());
    }
}
