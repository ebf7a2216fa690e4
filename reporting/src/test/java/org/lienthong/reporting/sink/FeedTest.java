package org.lienthong.reporting.sink;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.lienthong.reporting.sink.Feed.Writer;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.schemas.redrive.RedriveHeaders;
import org.lienthong.schemas.registry.LocalSchemaRegistry;

class FeedTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    @Test
    void whatTheSinkSetsAsideSaysWhoDidItAndWhereItWasFirstRead() throws SQLException {
        ConsumerRecord<byte[], byte[]> first =
                new ConsumerRecord<>("agency.readiness", 0, 3, "H36.25".getBytes(UTF_8), new byte[] {'{', '}'});
        ConsumerRecord<byte[], byte[]> again =
                new ConsumerRecord<>("agency.readiness", 0, 7, "H36.25".getBytes(UTF_8), new byte[] {'{', '}'});
        again.headers().add(RedriveHeaders.REDRIVE_OF, "agency.readiness-0-3".getBytes(UTF_8));

        write(List.of(first, again));

        assertThat(DATABASE.strings("SELECT origin_offset, quarantined_by, redrive_of_topic, redrive_of_partition,"
                        + " redrive_of_offset FROM lienthong.quarantine ORDER BY 1"))
                .containsExactly("3|report-sink|null|null|null", "7|report-sink|agency.readiness|0|3");
    }

    private static void write(List<ConsumerRecord<byte[], byte[]>> records) throws SQLException {
        Feed<?> feed = new Feed<>(ReferenceTables.readiness(), new LocalSchemaRegistry(), Writer.AGENCIES);
        try (Connection connection = DATABASE.database().dataSource().getConnection()) {
            feed.prepare(connection);
            feed.read(records).to(connection);
        }
    }
}
