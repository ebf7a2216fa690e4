package org.lienthong.streams.dossier;

/**
 * Why a record cannot be applied.
 *
 * @param code stable, in capitals; its message is in the bundles in both languages
 * @param detail what is wrong, for an engineer, without personal data
 */
record Rejection(String code, String detail) {}
