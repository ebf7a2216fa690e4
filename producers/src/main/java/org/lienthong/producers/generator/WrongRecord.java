package org.lienthong.producers.generator;

import org.lienthong.schemas.dossier.DossierEvent;

/**
 * A record that the exchange must not apply.
 *
 * @param event an event of its own, to be spoilt on the way as {@code kind} says
 * @param key of the record
 */
public record WrongRecord(WrongKind kind, String key, DossierEvent event) {}
