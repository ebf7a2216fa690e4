package org.lienthong.benchmarks.sink;

/**
 * A record of a dossier, as its topic has it.
 *
 * @param events how many it has seen
 */
record Version(String code, int events, byte[] value) {}
