package org.lienthong.schemas.redrive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.exchange.Origin;

class RedriveHeadersTest {

    private final Headers headers = new RecordHeaders();

    @Test
    void theHeaderSaysWhereTheEventWasFirstRead() {
        headers.add("ce_id", "e-1".getBytes(UTF_8));
        assertThat(RedriveHeaders.redriveOf(headers)).isEmpty();

        headers.add(RedriveHeaders.REDRIVE_OF, "dossier.events-3-1042".getBytes(UTF_8));
        assertThat(RedriveHeaders.redriveOf(headers)).hasValue(new Origin("dossier.events", 3, 1042L));
    }

    @Test
    void anotherWritersGarbageIsNoRedrive() {
        headers.add(RedriveHeaders.REDRIVE_OF, new byte[] {(byte) 0xc3, 0, 1});
        assertThat(RedriveHeaders.redriveOf(headers)).isEmpty();

        headers.add(RedriveHeaders.REDRIVE_OF, null);
        assertThat(RedriveHeaders.redriveOf(headers)).isEmpty();
    }
}
