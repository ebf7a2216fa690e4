package org.lienthong.reporting.api;

/**
 * An error as RFC 9457 has it ({@code application/problem+json}), Vietnamese first.
 *
 * @param code stable: programs decide by it
 * @param detail what is wrong, where, and what to do
 * @param en the same in English
 */
record Problem(String type, int status, String code, String title, String detail, Words en) {

    static final String MEDIA_TYPE = "application/problem+json;charset=utf-8";

    record Words(String title, String detail) {}
}
