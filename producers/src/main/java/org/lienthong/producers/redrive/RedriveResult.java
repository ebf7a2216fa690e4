package org.lienthong.producers.redrive;

import org.lienthong.producers.problem.Problem;
import org.lienthong.schemas.exchange.Origin;

/** What became of sending one record again; what the platform makes of it is said by its receipt. */
public sealed interface RedriveResult {

    /** Where the record was quarantined. */
    Origin origin();

    /** @param to where it stands now, acknowledged by all in-sync replicas */
    record Sent(Origin origin, Origin to) implements RedriveResult {}

    /** Not on the topic, as far as the cluster has said; sending it again is harmless. */
    record Failed(Origin origin, Problem problem) implements RedriveResult {}
}
