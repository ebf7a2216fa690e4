package org.lienthong.producers.publish;

import static org.lienthong.producers.problem.ProblemCode.AGENCY_ID_INVALID;
import static org.lienthong.producers.problem.ProblemCode.AMOUNT_INVALID;
import static org.lienthong.producers.problem.ProblemCode.DOSSIER_CODE_INVALID;
import static org.lienthong.producers.problem.ProblemCode.FIELD_MISSING;
import static org.lienthong.producers.problem.ProblemCode.READINESS_INVALID;
import static org.lienthong.producers.problem.ProblemCode.REPORT_INVALID;
import static org.lienthong.producers.problem.ProblemCode.REPORT_MONTH_INVALID;
import static org.lienthong.producers.problem.ProblemCode.SCORE_OUT_OF_RANGE;
import static org.lienthong.producers.problem.ProblemCode.TIME_OUT_OF_RANGE;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.problem.Problem;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierForwarded;
import org.lienthong.schemas.dossier.DossierRated;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.dossier.PaymentRecorded;
import org.lienthong.schemas.dossier.PaymentRequested;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.readiness.AgencyReadiness;
import org.lienthong.schemas.readiness.ServiceReport;

/** What an event must satisfy before it is sent. The first rule that it breaks is reported. */
public final class EventRules {

    /** Mã hồ sơ, canonical: agency, six- or eight-digit date, running number of four to seven digits. */
    private static final Pattern DOSSIER_CODE = Pattern.compile("^[A-Z0-9.]+-(\\d{6}|\\d{8})-\\d{4,7}$");

    /** Mã định danh cơ quan: groups of digits and capitals, level 1 first. */
    private static final Pattern AGENCY_ID = Pattern.compile("^[0-9A-Z]+(\\.[0-9A-Z]+)*$");

    private static final int AGENCY_ID_LENGTH = 35;

    private static final Pattern MONTH = Pattern.compile("^[12]\\d{3}-(0[1-9]|1[0-2])$");

    /** Outside of these a time is a typing or unit error (seconds read as milliseconds), not history. */
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final int AMOUNT_PRECISION = 18;
    private static final int AMOUNT_SCALE = 2;
    private static final int BEST_SCORE = 5;
    private static final int SHOWN = 60;

    private EventRules() {}

    public static boolean isDossierCode(String code) {
        return DOSSIER_CODE.matcher(code).matches();
    }

    public static boolean isAgencyId(String id) {
        return id.length() <= AGENCY_ID_LENGTH && AGENCY_ID.matcher(id).matches();
    }

    /** What is wrong with the event, or empty. */
    public static Optional<Problem> problem(DossierEvent event) {
        return Optional.ofNullable(first(
                missing(event, ""),
                header(event.getHeader()),
                code(event.getDossierCode()),
                payload(event.getPayload())));
    }

    /** What is wrong with the event, or empty. */
    public static Optional<Problem> problem(PermitEvent event) {
        return Optional.ofNullable(
                first(missing(event, ""), header(event.getHeader()), code(event.getDossierCode()), null));
    }

    /** What is wrong with the report, or empty. */
    public static Optional<Problem> problem(AgencyReadiness report) {
        return Optional.ofNullable(first(missing(report, ""), header(report.getHeader()), counts(report), null));
    }

    /** What is wrong with the report, or empty. */
    public static Optional<Problem> problem(ServiceReport report) {
        return Optional.ofNullable(
                first(missing(report, ""), header(report.getHeader()), month(report.getMonth()), parts(report)));
    }

    private static @Nullable Problem first(
            @Nullable Problem a, @Nullable Problem b, @Nullable Problem c, @Nullable Problem d) {
        if (a != null) {
            return a;
        }
        return b != null ? b : c != null ? c : d;
    }

    /** A field that the schema requires and that is null or blank. */
    private static @Nullable Problem missing(SpecificRecord record, String path) {
        List<Schema.Field> fields = record.getSchema().getFields();
        for (int i = 0; i < fields.size(); i++) {
            Schema.Field field = fields.get(i);
            Object value = record.get(i);
            boolean optional = field.schema().isNullable() || value != null && field.hasDefaultValue();
            boolean empty = value == null || value instanceof String s && s.isBlank();
            if (empty && !optional) {
                return Problem.of(
                        FIELD_MISSING, path + field.name(), record.getSchema().getName());
            }
            if (value instanceof SpecificRecord inner) {
                Problem problem = missing(inner, path + field.name() + ".");
                if (problem != null) {
                    return problem;
                }
            }
        }
        return null;
    }

    private static @Nullable Problem header(@Nullable EventHeader header) {
        if (header == null || header.getAgencyId() == null) {
            return null; // reported as missing already
        }
        Instant time = header.getOccurredAt();
        if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
            return Problem.of(TIME_OUT_OF_RANGE, time);
        }
        return agency(header.getAgencyId());
    }

    private static @Nullable Problem agency(@Nullable String id) {
        return id == null || isAgencyId(id) ? null : Problem.of(AGENCY_ID_INVALID, shown(id));
    }

    private static @Nullable Problem code(@Nullable String code) {
        return code == null || isDossierCode(code) ? null : Problem.of(DOSSIER_CODE_INVALID, shown(code));
    }

    private static @Nullable Problem payload(@Nullable Object payload) {
        if (payload instanceof DossierSubmitted submitted) {
            return agency(submitted.getReceivingAgency());
        }
        if (payload instanceof DossierForwarded forwarded) {
            return agency(forwarded.getToAgency());
        }
        if (payload instanceof PaymentRequested requested) {
            return amount(requested.getAmount());
        }
        if (payload instanceof PaymentRecorded recorded) {
            return amount(recorded.getAmount());
        }
        if (payload instanceof DossierRated rated && (rated.getScore() < 1 || rated.getScore() > BEST_SCORE)) {
            return Problem.of(SCORE_OUT_OF_RANGE, rated.getScore());
        }
        return null;
    }

    private static @Nullable Problem amount(@Nullable BigDecimal amount) {
        if (amount == null) {
            return null;
        }
        BigDecimal plain = amount.stripTrailingZeros();
        boolean fits = plain.scale() <= AMOUNT_SCALE
                && plain.precision() - plain.scale() <= AMOUNT_PRECISION - AMOUNT_SCALE
                && plain.signum() >= 0;
        return fits ? null : Problem.of(AMOUNT_INVALID, amount);
    }

    private static @Nullable Problem counts(AgencyReadiness report) {
        Double bandwidth = report.getBandwidthMbps();
        Integer staff = report.getStaff();
        Integer trained = report.getStaffTrained();
        boolean sane = report.getComputersBelowMinimum() >= 0
                && report.getComputersBelowMinimum() <= report.getComputers()
                && (bandwidth == null || bandwidth >= 0)
                && (staff == null || staff >= 0)
                && (trained == null || trained >= 0 && (staff == null || trained <= staff));
        return sane ? null : Problem.of(READINESS_INVALID);
    }

    private static @Nullable Problem month(@Nullable String month) {
        return month == null || MONTH.matcher(month).matches() ? null : Problem.of(REPORT_MONTH_INVALID, shown(month));
    }

    /** Counts are not negative, and none is greater than the one that it is a part of. */
    private static @Nullable Problem parts(ServiceReport report) {
        Long received = greater(report.getNationalReceived(), report.getPortalReceived());
        boolean negative = report.getNationalReceived() != null && report.getNationalReceived() < 0
                || report.getPortalReceived() != null && report.getPortalReceived() < 0;
        String wrong = negative
                ? "nationalReceived, portalReceived"
                : Stream.of(
                                part("publishedOnTime", report.getPublishedOnTime(), report.getPublicationsDue()),
                                part("updatedOnTime", report.getUpdatedOnTime(), report.getUpdatesDue()),
                                part("contentsComplete", report.getContentsComplete(), report.getContentsChecked()),
                                part("synced", report.getSynced(), received),
                                part("certifiedCopies", report.getCertifiedCopies(), report.getCertifiedCopiesDue()),
                                part("petitionsOnTime", report.getPetitionsOnTime(), report.getPetitions()),
                                part("petitionsSatisfied", report.getPetitionsSatisfied(), report.getPetitions()))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null);
        return wrong == null ? null : Problem.of(REPORT_INVALID, wrong);
    }

    /** The name of the part where it contradicts its whole; a part of nothing known is a contradiction too. */
    private static Optional<String> part(String name, @Nullable Long part, @Nullable Long whole) {
        boolean sane = part == null ? whole == null || whole >= 0 : whole != null && part >= 0 && part <= whole;
        return sane ? Optional.empty() : Optional.of(name);
    }

    private static @Nullable Long greater(@Nullable Long one, @Nullable Long other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return Long.valueOf(Math.max(one, other));
    }

    private static String shown(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }
}
