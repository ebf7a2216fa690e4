package org.lienthong.reporting.digest;

/**
 * Of a set of entries.
 *
 * @param sha256 64 hexadecimal digits, equal for equal sets
 */
public record Digest(long count, String sha256) {}
