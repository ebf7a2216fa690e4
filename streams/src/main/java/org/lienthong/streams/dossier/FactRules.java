package org.lienthong.streams.dossier;

import java.util.Optional;
import java.util.regex.Pattern;
import org.lienthong.schemas.event.EventHeader;

/** What an event must have to be applied at all; everything else about it is taken as stated. */
final class FactRules {

    /** Mã hồ sơ: agency, date of six or eight digits, sequence of four to seven. */
    private static final Pattern DOSSIER_CODE = Pattern.compile("^[A-Z0-9.]+-(\\d{6}|\\d{8})-\\d{4,7}$");

    private FactRules() {}

    /** @param key the record's key on the topic */
    static Optional<Rejection> check(String key, Fact fact) {
        if (!DOSSIER_CODE.matcher(fact.dossierCode()).matches()) {
            return reject("BAD_DOSSIER_CODE", "the dossier code does not have the form {agency}-{yyMMdd}-{sequence}");
        }
        if (!key.equals(fact.dossierCode())) {
            return reject("KEY_MISMATCH", "the key of the record is not the dossier code of the event");
        }
        EventHeader header = fact.header();
        if (header.getEventId().isBlank()
                || header.getSourceSystem().isBlank()
                || header.getAgencyId().isBlank()) {
            return reject("INCOMPLETE_HEADER", "event id, source system and agency must all be given");
        }
        return Optional.empty();
    }

    private static Optional<Rejection> reject(String code, String detail) {
        return Optional.of(new Rejection(code, detail));
    }
}
