package org.lienthong.reporting.permits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lienthong.reporting.database.Reader;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.PermitStatus;
import org.lienthong.schemas.dossier.PermitView;

/** The rule, the function of the database and its view say the same. */
class PermitStatusTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    /** Days are told as the distance from the day that is looked at. */
    record Case(
            PermitStatus stated,
            @Nullable Integer validUntil,
            @Nullable Integer suspendedUntil,
            PermitStatus then) {}

    static Stream<Case> cases() {
        return Stream.of(
                new Case(PermitStatus.ISSUED, null, null, PermitStatus.ISSUED),
                new Case(PermitStatus.ISSUED, 1, null, PermitStatus.ISSUED),
                new Case(PermitStatus.ISSUED, 0, null, PermitStatus.ISSUED),
                new Case(PermitStatus.ISSUED, -1, null, PermitStatus.EXPIRED),
                new Case(PermitStatus.SUSPENDED, null, null, PermitStatus.SUSPENDED),
                new Case(PermitStatus.SUSPENDED, null, 0, PermitStatus.SUSPENDED),
                new Case(PermitStatus.SUSPENDED, null, -1, PermitStatus.ISSUED),
                new Case(PermitStatus.SUSPENDED, 0, -1, PermitStatus.ISSUED),
                new Case(PermitStatus.SUSPENDED, -1, 5, PermitStatus.EXPIRED),
                new Case(PermitStatus.SUSPENDED, -1, -1, PermitStatus.EXPIRED),
                new Case(PermitStatus.SUSPENDED, -1, null, PermitStatus.EXPIRED),
                new Case(PermitStatus.REVOKED, -1, null, PermitStatus.REVOKED),
                new Case(PermitStatus.REVOKED, 1, -1, PermitStatus.REVOKED),
                new Case(PermitStatus.EXPIRED, 9, null, PermitStatus.EXPIRED),
                new Case(PermitStatus.UNKNOWN, -1, -1, PermitStatus.UNKNOWN));
    }

    @AfterEach
    void clear() {
        DATABASE.clear();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void timeAloneEndsPermitsAndSuspensions(Case given) throws Exception {
        LocalDate day = LocalDate.of(2025, 3, 1);
        String stated = given.stated().name();
        LocalDate validUntil = from(day, given.validUntil());
        LocalDate suspendedUntil = from(day, given.suspendedUntil());

        assertThat(PermitStatusRules.on(stated, validUntil, suspendedUntil, day))
                .isEqualTo(given.then().name());
        assertThat(new Reader(DATABASE.database().dataSource())
                        .list(
                                "SELECT lienthong.permit_status_on(?::text, ?::date, ?::date, ?::date) AS status",
                                row -> row.getString("status"),
                                stated,
                                validUntil,
                                suspendedUntil,
                                day))
                .containsExactly(given.then().name());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theViewLooksAtToday(Case given) {
        LocalDate today = LocalDate.parse(DATABASE.strings("SELECT (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date")
                .get(0));
        DossierRecord dossier = Samples.dossier("H36.25-250701-0001", 1);
        dossier.setPermits(List.of(PermitView.newBuilder()
                .setPermitNumber("GP")
                .setStatus(given.stated())
                .setValidUntil(from(today, given.validUntil()))
                .setSuspendedUntil(from(today, given.suspendedUntil()))
                .build()));
        new SinkRows(DATABASE.database().dataSource()).dossiers(List.of(dossier));

        assertThat(DATABASE.strings("SELECT stated_status, status_today FROM lienthong.permits_today"))
                .containsExactly(given.stated() + "|" + given.then());
    }

    private static @Nullable LocalDate from(LocalDate day, @Nullable Integer days) {
        return days == null ? null : day.plusDays(days);
    }
}
