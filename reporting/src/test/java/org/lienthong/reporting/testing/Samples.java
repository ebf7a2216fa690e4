package org.lienthong.reporting.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.Anomaly;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.ApplicantType;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.Claim;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.dossier.PermitStatus;
import org.lienthong.schemas.dossier.PermitView;
import org.lienthong.schemas.event.EventHeader;
import org.lienthong.schemas.exchange.DeadlineAlert;
import org.lienthong.schemas.exchange.DeadlineAlertKind;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.exchange.QuarantinedRecord;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.readiness.AgencyReadiness;
import org.lienthong.schemas.readiness.SecurityMeasure;
import org.lienthong.schemas.reference.Agency;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.UnitCell;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topics;

/** Records as the platform writes them. */
public final class Samples {

    static {
        Topics.all();
    }

    public static final LocalDate BEFORE = LocalDate.of(1976, 1, 1);
    public static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    /** When the platform takes the first record in. */
    public static final Instant RECEIVED = Instant.parse("2025-07-01T02:00:00Z");

    private Samples() {}

    public static DossierRecord dossier(String code, int version) {
        return DossierRecord.newBuilder()
                .setCode(code)
                .setAliases(List.of("alias-" + code, "cũ/" + code))
                .setStatus(version > 1 ? DossierStatus.IN_PROGRESS : DossierStatus.SUBMITTED)
                .setProcedureCode("1.005129")
                .setSector(Sector.CONSTRUCTION)
                .setUnitCode("25000")
                .setReceivingAgency("H36.25")
                .setHolderAgency("H36.25")
                .setIssuingAgency("H36.10")
                .setChannel(Channel.ONLINE)
                .setApplicant(Applicant.newBuilder()
                        .setName("Nguyễn Thị Hòa")
                        .setType(ApplicantType.CITIZEN)
                        .setPhone("0900000000")
                        .build())
                .setSummary("Xin phép xây nhà")
                .setFirstEventAt(Instant.parse("2025-06-30T18:00:00.000001Z"))
                .setSubmittedAt(Instant.parse("2025-06-30T18:00:00.000001Z"))
                .setDueAt(Instant.parse("2025-07-20T10:00:00Z"))
                .setElectronicResult(true)
                .setSupplementRequests(1)
                .setWaitedMicros(123_456_789L)
                .setFeesRequested(new BigDecimal("150000.50"))
                .setFeesPaid(new BigDecimal("0.00"))
                .setPaidOnline(false)
                .setPapers(3)
                .setPapersDigitised(2)
                .setPapersReused(1)
                .setSteps(version)
                .setLastStep("Thẩm định")
                .setPermits(List.of(PermitView.newBuilder()
                        .setPermitNumber("GP-" + version)
                        .setIssuedBy("H36.25")
                        .setStatus(PermitStatus.SUSPENDED)
                        .setValidFrom(LocalDate.of(2025, 7, 1))
                        .setValidUntil(LocalDate.of(2200, 12, 31))
                        .setSuspendedUntil(LocalDate.of(2025, 9, 30))
                        .build()))
                .setAnomalies(List.of(
                        new Anomaly("UNEXPECTED_TRANSITION", "e-\"1\"", "H36.25", "RESOLVED → IN_PROGRESS"),
                        new Anomaly("PLACEHOLDER_IDENTITY", "e-2", "", "")))
                .setMoreAnomalies(2)
                .setClaims(List.of(
                        claim("applicant", "{\"name\": \"Trần Văn Bình\"}", true),
                        claim("dueAt", "2025-07-30T10:00:00Z", true),
                        claim("permits/GP-" + version + "/validUntil", "2200-12-31", false)))
                .setEventCount(version)
                .setLastEventAt(Instant.parse("2025-07-01T01:00:00Z"))
                .setLastSequence(version)
                .setLastEventId("e-" + version)
                .build();
    }

    public static Unit unit(
            String code,
            LocalDate from,
            @Nullable LocalDate to,
            UnitLevel level,
            String name,
            @Nullable String parent) {
        return Unit.newBuilder()
                .setCode(code)
                .setValidFrom(from)
                .setValidTo(to)
                .setLevel(level)
                .setName(name)
                .setParentCode(parent)
                .setSuccessors(List.of())
                .build();
    }

    public static UnitStatistics statistics(
            String code, LocalDate from, Sector sector, String month, @Nullable UnitLevel level, long received) {
        return UnitStatistics.newBuilder()
                .setUnitCode(code)
                .setUnitValidFrom(from)
                .setSector(sector)
                .setMonth(month)
                .setLevel(level)
                .setFigures(figures(received))
                .build();
    }

    /** One cell, of everything else the same. */
    public static UnitCell cell(String unit, LocalDate from, Sector sector, String month, String agency, Figures f) {
        return UnitCell.newBuilder()
                .setUnitCode(unit)
                .setUnitValidFrom(from)
                .setSector(sector)
                .setAgencyId(agency)
                .setProcedureCode("1.009994")
                .setChannel(Channel.ONLINE)
                .setMonth(month)
                .setFigures(f)
                .build();
    }

    public static String key(UnitStatistics s) {
        return s.getUnitCode() + "@" + s.getUnitValidFrom() + "|" + s.getSector() + "|" + s.getMonth();
    }

    /** Figures that are plausible for a number of dossiers. */
    public static Figures figures(long received) {
        long late = received / 17;
        long open = received / 9;
        long refused = received / 40;
        long withdrawn = received / 70;
        return Figures.newBuilder()
                .setReceived(received)
                .setInProgress(open)
                .setWaitingSupplement(open / 5)
                .setOnTime(received - late - open - refused - withdrawn)
                .setLate(late)
                .setOverdue(open / 4)
                .setRefused(refused)
                .setWithdrawn(withdrawn)
                .setSuspended(0)
                .setOnline(received * 6 / 10)
                .setPaidOnline(received * 3 / 10)
                .setPermits(received / 5)
                .setAnomalous(received / 100)
                .build();
    }

    private static Claim claim(String field, String value, boolean conflict) {
        return new Claim(
                field, value, "H36.10", "construction", "c-" + field, Instant.parse("2025-07-01T01:30:00Z"), conflict);
    }

    public static Receipt receipt(String dossier, Outcome outcome, long offset) {
        return Receipt.newBuilder()
                .setEventId("e-" + offset)
                .setDossierCode(dossier)
                .setSourceSystem("one-stop")
                .setAgencyId("H36.25")
                .setOutcome(outcome)
                .setCode(outcome.name())
                .setRecordVersion(1)
                .setOrigin(new Origin("dossier.events", 0, offset))
                .build();
    }

    /** Of a dossier that is due on 20 July 2025. */
    public static DeadlineAlert alert(String code, DeadlineAlertKind kind, String unit, Instant raisedAt) {
        return new DeadlineAlert(code, kind, unit, "H36.25", Instant.parse("2025-07-20T10:00:00Z"), raisedAt, 3);
    }

    public static LedgerEntry ledger(int partition, long read) {
        return LedgerEntry.newBuilder()
                .setTopic("dossier.events")
                .setPartition(partition)
                .setRead(read)
                .setApplied(read - 3)
                .setDuplicate(2)
                .setQuarantined(1)
                .setFirstOffset(0)
                .setLastOffset(read - 1)
                .build();
    }

    public static QuarantinedRecord quarantined(String reason, long offset) {
        return QuarantinedRecord.newBuilder()
                .setReason(reason)
                .setDetail("record does not follow its Avro schema")
                .setOrigin(new Origin("dossier.events", 0, offset))
                .setTimestamp(Instant.parse("2025-07-01T01:00:00Z"))
                .setKey(java.nio.ByteBuffer.wrap(new byte[] {1, 0, 2}))
                .setValue(java.nio.ByteBuffer.wrap(new byte[] {9, 0, 8}))
                .setHeaders(Map.of("ce_id", java.nio.ByteBuffer.wrap(new byte[] {7})))
                .build();
    }

    public static Procedure procedure() {
        return Procedure.newBuilder()
                .setCode("1.005129")
                .setName("Cấp giấy phép xây dựng nhà ở riêng lẻ")
                .setSector(Sector.CONSTRUCTION)
                .setLevel(UnitLevel.COMMUNE)
                .setTimeLimitHours(120)
                .setFee(true)
                .setOnline(true)
                .build();
    }

    public static Agency agency() {
        return Agency.newBuilder()
                .setId("H36.25")
                .setName("UBND xã Di Linh")
                .setUnitCode("25000")
                .setLevel(UnitLevel.COMMUNE)
                .setValidFrom(REFORM)
                .build();
    }

    public static AgencyReadiness readiness(String agency) {
        return AgencyReadiness.newBuilder()
                .setHeader(EventHeader.newBuilder()
                        .setEventId("r-1")
                        .setSourceSystem("readiness")
                        .setAgencyId(agency)
                        .setOccurredAt(Instant.parse("2025-08-01T00:00:00Z"))
                        .build())
                .setUnitCode("25000")
                .setComputers(20)
                .setComputersBelowMinimum(4)
                .setLan(true)
                .setBandwidthMbps(62.5)
                .setSecurityMeasures(List.of(SecurityMeasure.FIREWALL, SecurityMeasure.BACKUP))
                .build();
    }
}
