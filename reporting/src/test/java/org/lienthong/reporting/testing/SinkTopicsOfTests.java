package org.lienthong.reporting.testing;

import org.lienthong.runtime.testing.BrokerExtension;
import org.lienthong.schemas.topic.Topics;

/** The topics that the sink reads. */
public final class SinkTopicsOfTests {

    private SinkTopicsOfTests() {}

    public static void create(BrokerExtension broker) {
        broker.create(
                Topics.REF_UNITS,
                Topics.REF_PROCEDURES,
                Topics.REF_AGENCIES,
                Topics.AGENCY_READINESS,
                Topics.SERVICE_REPORTS,
                Topics.DOSSIER_RECORDS,
                Topics.UNIT_STATISTICS,
                Topics.UNIT_CELLS,
                Topics.DEADLINE_ALERTS,
                Topics.RECEIPTS,
                Topics.LEDGER,
                Topics.QUARANTINE);
    }
}
