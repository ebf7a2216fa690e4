package org.lienthong.producers.generator;

import java.time.Instant;
import java.util.Comparator;

/**
 * Something that reaches the exchange at a moment.
 *
 * @param what a dossier event, permit event, report of an agency or {@link WrongRecord}
 * @param source number of the dossier, or negative for what belongs to none
 * @param position among the deliveries of its source
 */
record Delivery(Instant at, int source, int position, Object what) {

    /** Global order of the year: by time, then by source and position, so that it is the same in every run. */
    static final Comparator<Delivery> ORDER = Comparator.comparing(Delivery::at)
            .thenComparingInt(Delivery::source)
            .thenComparingInt(Delivery::position);
}
