package org.lienthong.producers.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierProgressed;
import org.lienthong.schemas.dossier.PaymentRecorded;

class EventIdsTest {

    @Test
    void theIdIsFixedForEver() {
        // Changing this value doubles every event that sources without ids send again: do not.
        assertThat(EventIds.of(Events.progressed())).isEqualTo("022ff0f9f7b7e2b29d229671f0e93b9a");
    }

    @Test
    void whatDoesNotChangeTheFactDoesNotChangeTheId() {
        DossierEvent event = Events.dossier(Events.submitted("Nguyễn Thị Hòa"));
        String id = EventIds.of(event);

        event.getHeader().setEventId("another");
        assertThat(EventIds.of(event)).isEqualTo(id);
        assertThat(EventIds.of(Events.dossier(Events.submitted(Normalizer.normalize("Nguyễn Thị Hòa", Form.NFD)))))
                .isEqualTo(id);
        Map<String, String> otherOrder = new LinkedHashMap<>();
        otherOrder.put("b", "2");
        otherOrder.put("a", "1");
        event.setAttributes(otherOrder);
        assertThat(EventIds.of(event)).isEqualTo(id);
        assertThat(EventIds.of(Events.dossier(new PaymentRecorded(new BigDecimal("5.00"), true, null))))
                .isEqualTo(EventIds.of(Events.dossier(new PaymentRecorded(new BigDecimal("5"), true, null))));
    }

    @Test
    void whatChangesTheFactChangesTheId() {
        String id = EventIds.of(Events.progressed());

        DossierEvent later = Events.progressed();
        later.getHeader().setOccurredAt(later.getHeader().getOccurredAt().plusNanos(1_000));
        DossierEvent next = Events.progressed();
        next.getHeader().setSequence(8);
        DossierEvent elsewhere = Events.progressed();
        elsewhere.setDossierCode("H36.25-250701-0002");
        DossierEvent otherStep =
                Events.dossier(DossierProgressed.newBuilder().setStep("Thẩm").build());
        DossierEvent attributed = Events.progressed();
        attributed.setAttributes(Map.of("a", "1", "b", "3"));
        assertThat(new DossierEvent[] {later, next, elsewhere, otherStep, attributed})
                .extracting(EventIds::of)
                .doesNotHaveDuplicates()
                .doesNotContain(id);
    }
}
