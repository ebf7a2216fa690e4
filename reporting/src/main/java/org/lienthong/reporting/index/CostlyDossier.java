package org.lienthong.reporting.index;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.names.Named;

/**
 * A dossier that costs points.
 *
 * @param unit where it was filed, by the name of that day; null, like the other places: not known
 * @param finishedAt null: open, or withdrawn
 * @param rating 1 to 5; null: not rated
 */
public record CostlyDossier(
        String code,
        LocalDate filedOn,
        @Nullable Named unit,
        @Nullable Named agency,
        @Nullable Named procedure,
        String status,
        @Nullable Instant dueAt,
        @Nullable Instant finishedAt,
        @Nullable Integer rating) {}
