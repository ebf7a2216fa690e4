package org.lienthong.registry.catalog;

/**
 * One schema named by another.
 *
 * @param name full name of the Avro type
 * @param version of the subject that defines it
 */
public record Reference(String name, String subject, int version) {}
