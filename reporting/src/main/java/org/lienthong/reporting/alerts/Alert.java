package org.lienthong.reporting.alerts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The latest alert of a dossier.
 *
 * @param unitCode where the dossier was filed; null: not known
 * @param unitName null: not in the reference data
 * @param agencyId who holds the dossier; null: not known
 * @param agencyName null: not in the reference data
 * @param raisedAt when it came true
 * @param recordVersion eventCount of the record that raised it
 */
public record Alert(
        String dossierCode,
        String kind,
        @Nullable String unitCode,
        @Nullable String unitName,
        @Nullable String agencyId,
        @Nullable String agencyName,
        Instant dueAt,
        Instant raisedAt,
        int recordVersion) {}
