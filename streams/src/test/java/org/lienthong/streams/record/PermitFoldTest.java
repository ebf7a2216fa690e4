package org.lienthong.streams.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.lienthong.streams.dossier.Events.day;
import static org.lienthong.streams.dossier.Events.submitted;
import static org.lienthong.streams.record.Folding.codes;
import static org.lienthong.streams.record.Folding.life;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lienthong.schemas.dossier.Claim;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.PermitStatus;
import org.lienthong.schemas.dossier.PermitView;
import org.lienthong.schemas.permit.PermitAmended;
import org.lienthong.schemas.permit.PermitExpired;
import org.lienthong.schemas.permit.PermitIssued;
import org.lienthong.schemas.permit.PermitRevoked;
import org.lienthong.schemas.permit.PermitSuspended;

class PermitFoldTest {

    private static final String ISSUER = "H36.11";
    private static final String NUMBER = "12/GPXD";
    private static final LocalDate UNTIL = LocalDate.of(2030, 1, 1);

    @Test
    void aPermitWithoutItsDossierWaitsOnARecordWithoutAStatus() {
        DossierRecord record = issued().fold();

        assertThat(record.getStatus()).isNull();
        assertThat(permit(record).getStatus()).isEqualTo(PermitStatus.ISSUED);
        assertThat(permit(record).getIssuedBy()).isEqualTo(ISSUER);
        assertThat(permit(record).getIssuedAt()).isEqualTo(day(5));
    }

    @Test
    void whenTheDossierComesBothAreOnOneRecord() {
        DossierRecord record = issued().on(0, "H36.25", submitted("25000")).fold();

        assertThat(record.getStatus()).isNotNull();
        assertThat(record.getPermits()).hasSize(1);
        assertThat(codes(record)).isEmpty();
    }

    @Test
    void amendedSuspendedRevokedAndExpiredShow() {
        DossierRecord amended = issued().permitOn(6, ISSUER, NUMBER, new PermitAmended(UNTIL.plusYears(1), null))
                .fold();
        DossierRecord suspended = issued().permitOn(6, ISSUER, NUMBER, new PermitSuspended(null, UNTIL.minusYears(1)))
                .fold();
        DossierRecord revoked = issued().permitOn(6, ISSUER, NUMBER, new PermitRevoked((String) null))
                .fold();
        DossierRecord expired =
                issued().permitOn(6, ISSUER, NUMBER, new PermitExpired()).fold();

        assertThat(permit(amended)).satisfies(p -> {
            assertThat(p.getStatus()).isEqualTo(PermitStatus.ISSUED);
            assertThat(p.getValidUntil()).isEqualTo(UNTIL.plusYears(1));
            assertThat(p.getAmendedAt()).isEqualTo(day(6));
        });
        assertThat(permit(suspended).getStatus()).isEqualTo(PermitStatus.SUSPENDED);
        assertThat(permit(suspended).getSuspendedUntil()).isEqualTo(UNTIL.minusYears(1));
        assertThat(permit(revoked).getStatus()).isEqualTo(PermitStatus.REVOKED);
        assertThat(permit(revoked).getEndedAt()).isEqualTo(day(6));
        assertThat(permit(expired).getStatus()).isEqualTo(PermitStatus.EXPIRED);
    }

    @Test
    void anotherAgencyCannotRevokeItButItsWordIsKept() {
        Folding life = issued().permitOn(6, "H36.12", NUMBER, new PermitRevoked((String) null));

        assertThat(permit(life.fold()).getStatus()).isEqualTo(PermitStatus.ISSUED);
        assertThat(life.fold().getClaims())
                .extracting(Claim::getField, Claim::getValue, Claim::getAgencyId)
                .containsExactly(tuple("permits/" + NUMBER + "/status", "REVOKED", "H36.12"));
        assertThat(life.conflicts()).last().isEqualTo(Optional.of("NOT_THE_ISSUER"));
    }

    private static Folding issued() {
        return life().permitOn(
                        5,
                        ISSUER,
                        NUMBER,
                        PermitIssued.newBuilder()
                                .setKind("building")
                                .setValidUntil(UNTIL)
                                .build());
    }

    private static PermitView permit(DossierRecord record) {
        return record.getPermits().get(0);
    }
}
