package org.lienthong.streams.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.DossierRated;
import org.lienthong.schemas.dossier.PaymentRecorded;
import org.lienthong.schemas.dossier.PaymentRequested;
import org.lienthong.streams.record.Fact;

/** What an event must have to be applied at all; everything else about it is taken as stated. */
final class FactRules {

    private static final int LONGEST_AGENCY = 35;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 10_000;
    private static final int BEST_SCORE = 5;

    private FactRules() {}

    /**
     * The first rule that the event breaks.
     *
     * @param key the record's key on the topic
     * @param headers of the record; CloudEvents attributes among them must agree with the event
     * @param receivedAt when the broker took it in
     */
    static Optional<Rejection> check(
            String key, Headers headers, Fact fact, Instant receivedAt, MergeSettings settings) {
        if (!isDossierCode(fact.dossierCode())) {
            return reject("BAD_DOSSIER_CODE", "the dossier code does not have the form {agency}-{yyMMdd}-{sequence}");
        }
        if (!key.equals(fact.dossierCode())) {
            return reject("KEY_MISMATCH", "the key of the record is not the dossier code of the event");
        }
        if (!isName(fact.agencyId()) || !isName(fact.sourceSystem())) {
            return reject("INCOMPLETE_HEADER", "source system and agency must be given, of at most 200 characters");
        }
        if (!isEventId(fact.eventId())) {
            return reject("INCOMPLETE_HEADER", "the event id must have 1 to 200 printable ASCII characters");
        }
        if (differs(headers, "ce_id", fact.eventId()) || differs(headers, "ce_type", type(fact.payload()))) {
            return reject("HEADER_MISMATCH", "ce_id or ce_type names another event than the one in the value");
        }
        Instant occurredAt = fact.occurredAt();
        if (occurredAt.isAfter(receivedAt.plus(settings.futureTolerance()))) {
            return reject("OCCURRED_IN_FUTURE", "the event says that it happened after it was received");
        }
        if (occurredAt.isBefore(settings.earliestEvent())) {
            return reject("OCCURRED_TOO_EARLY", "the event says that it happened before " + settings.earliestEvent());
        }
        if (!isInRange(fact.payload())) {
            return reject("VALUE_OUT_OF_RANGE", "an amount is negative, or a score is not 1 to 5");
        }
        return checkTexts(fact);
    }

    /** Mã hồ sơ: agency, date of six or eight digits, sequence of four to seven. */
    static boolean isDossierCode(String code) {
        int sequenceAt = code.lastIndexOf('-') + 1;
        int dateAt = code.lastIndexOf('-', sequenceAt - 2) + 1;
        int agency = dateAt - 1;
        int date = sequenceAt - 1 - dateAt;
        int sequence = code.length() - sequenceAt;
        return agency >= 1
                && agency <= LONGEST_AGENCY
                && (date == 6 || date == 8)
                && sequence >= 4
                && sequence <= 7
                && all(code, 0, agency, c -> c >= 'A' && c <= 'Z' || c == '.' || isDigit(c))
                && all(code, dateAt, dateAt + date, FactRules::isDigit)
                && all(code, sequenceAt, code.length(), FactRules::isDigit);
    }

    /** Ids are compared by their characters, here and as bytes in the history: both orders agree on printable ASCII. */
    static boolean isEventId(String id) {
        return !id.isBlank() && id.length() <= LONGEST_ID && all(id, 0, id.length(), c -> c >= ' ' && c <= '~');
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private static boolean all(String text, int from, int to, IntPredicate allowed) {
        for (int i = from; i < to; i++) {
            if (!allowed.test(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Rejection> checkTexts(Fact fact) {
        boolean names = isShort(fact.alias(), LONGEST_NAME) && isShort(fact.permitNumber(), LONGEST_NAME);
        return names && textsAreShort((SpecificRecord) fact.payload())
                ? Optional.empty()
                : reject(
                        "TEXT_TOO_LONG",
                        "a code is longer than 200 characters, or another text that the record shows than 10,000");
    }

    private static boolean textsAreShort(SpecificRecord payload) {
        int fields = payload.getSchema().getFields().size();
        for (int i = 0; i < fields; i++) {
            Object value = payload.get(i);
            if (value instanceof String text && !isShort(text, LONGEST_TEXT)
                    || value instanceof SpecificRecord inner && !textsAreShort(inner)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInRange(Object payload) {
        if (payload instanceof DossierRated rated) {
            return rated.getScore() >= 1 && rated.getScore() <= BEST_SCORE;
        }
        if (payload instanceof PaymentRequested requested) {
            return requested.getAmount().signum() >= 0;
        }
        return !(payload instanceof PaymentRecorded recorded)
                || recorded.getAmount().signum() >= 0;
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= LONGEST_NAME;
    }

    private static boolean isShort(@Nullable String text, int longest) {
        return text == null || text.length() <= longest;
    }

    private static String type(Object payload) {
        return ((SpecificRecord) payload).getSchema().getFullName();
    }

    private static boolean differs(Headers headers, String name, String expected) {
        Header header = headers.lastHeader(name);
        return header != null && !Arrays.equals(header.value(), expected.getBytes(UTF_8));
    }

    private static Optional<Rejection> reject(String code, String detail) {
        return Optional.of(new Rejection(code, detail));
    }
}
