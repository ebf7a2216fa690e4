package org.lienthong.reporting.figures;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether anything is new.
 *
 * @param version grows whenever the sink has written rows
 * @param changedAt when it last did; null: never
 */
public record Freshness(long version, @Nullable Instant changedAt) {}
