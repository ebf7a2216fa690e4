package org.lienthong.reporting.digest;

/**
 * Of a table.
 *
 * @param count keys that have a value
 * @param sha256 64 hexadecimal digits, equal for equal tables; see {@link DigestRules}
 */
public record Digest(long count, String sha256) {}
