package org.lienthong.schemas.words;

/**
 * A name on the wire and what people call it.
 *
 * @param code as on the wire; stable
 */
public record Term(String code, String vi, String en) {}
