package org.lienthong.reporting.dossiers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.names.Named;

/**
 * What an agency states about a field that another one owns.
 *
 * @param field of the record, or {@code permits/number/field}
 * @param value as text; null: may be personal, and is not shown
 * @param conflict whether it differs from the owner's present value
 */
public record ClaimView(
        String field,
        @Nullable String value,
        Named agency,
        String system,
        String eventId,
        Instant at,
        boolean conflict) {}
