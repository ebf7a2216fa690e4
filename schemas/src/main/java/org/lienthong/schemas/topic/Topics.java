package org.lienthong.schemas.topic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.lienthong.schemas.avro.TrustedClasses;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.exchange.DeadlineAlert;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.QuarantinedRecord;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.readiness.AgencyReadiness;
import org.lienthong.schemas.readiness.ServiceReport;
import org.lienthong.schemas.reference.Agency;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.WorkingDay;
import org.lienthong.schemas.statistics.UnitCell;
import org.lienthong.schemas.statistics.UnitPartial;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topic.Access;
import org.lienthong.schemas.topic.Topic.Cleanup;

/**
 * The topic catalogue: the one place where topics are named. Provisioning, documents and access rules follow from it.
 */
public final class Topics {

    static {
        TrustedClasses.trust();
    }

    /**
     * Partitions of every topic keyed by dossier code. They must agree, so that events, permits and records of one
     * dossier meet in one task without a repartition.
     */
    private static final int DOSSIER_PARTITIONS = 4;

    /** The largest record of any topic; whoever writes results must be allowed requests of this size. */
    public static final int LARGEST_RECORD_BYTES = 4 << 20;

    /**
     * The broker stamps events with the time at which it received them: the one clock by which "in the future" can be
     * told, the same at every replay.
     */
    private static final Map<String, String> STAMPED_ON_RECEIPT = Map.of("message.timestamp.type", "LogAppendTime");

    /** Any input that a broker takes at its default of 1 MiB fits in here, with its headers and its origin. */
    private static final Map<String, String> HOLDS_ANY_INPUT =
            Map.of("max.message.bytes", String.valueOf(LARGEST_RECORD_BYTES));

    public static final Topic<DossierEvent> DOSSIER_EVENTS = new Topic<>(
                    "dossier.events",
                    DossierEvent.class,
                    DOSSIER_PARTITIONS,
                    Cleanup.DELETE,
                    Optional.empty(),
                    "publishers",
                    Access.RESTRICTED,
                    "Sự kiện hồ sơ: what happened to dossiers, as agencies state it")
            .with(STAMPED_ON_RECEIPT);

    public static final Topic<PermitEvent> PERMIT_EVENTS = new Topic<>(
                    "permit.events",
                    PermitEvent.class,
                    DOSSIER_PARTITIONS,
                    Cleanup.DELETE,
                    Optional.empty(),
                    "publishers",
                    Access.RESTRICTED,
                    "Sự kiện giấy phép: what happened to permits, as agencies state it")
            .with(STAMPED_ON_RECEIPT);

    public static final Topic<AgencyReadiness> AGENCY_READINESS = new Topic<>(
            "agency.readiness",
            AgencyReadiness.class,
            1,
            Cleanup.COMPACT,
            Optional.empty(),
            "publishers",
            Access.OPEN,
            "Hạ tầng và an toàn thông tin: the latest readiness report of each agency");

    public static final Topic<ServiceReport> SERVICE_REPORTS = new Topic<>(
            "agency.reports",
            ServiceReport.class,
            1,
            Cleanup.COMPACT,
            Optional.empty(),
            "publishers",
            Access.OPEN,
            "Báo cáo tháng: what the service index needs and no dossier event tells, per agency and month");

    public static final Topic<Unit> REF_UNITS = new Topic<>(
            "ref.units",
            Unit.class,
            1,
            Cleanup.COMPACT,
            Optional.empty(),
            "reference-loader",
            Access.OPEN,
            "Đơn vị hành chính: dated administrative units");

    public static final Topic<Procedure> REF_PROCEDURES = new Topic<>(
            "ref.procedures",
            Procedure.class,
            1,
            Cleanup.COMPACT,
            Optional.empty(),
            "reference-loader",
            Access.OPEN,
            "Thủ tục hành chính: procedures with their sector and time limit");

    public static final Topic<Agency> REF_AGENCIES = new Topic<>(
            "ref.agencies",
            Agency.class,
            1,
            Cleanup.COMPACT,
            Optional.empty(),
            "reference-loader",
            Access.OPEN,
            "Cơ quan: agencies and the units they serve");

    public static final Topic<WorkingDay> WORKING_DAYS = new Topic<>(
            "ref.working-days",
            WorkingDay.class,
            1,
            Cleanup.COMPACT,
            Optional.empty(),
            "reference-loader",
            Access.OPEN,
            "Ngày nghỉ, ngày làm bù: the days that differ from Monday to Friday");

    public static final Topic<DossierRecord> DOSSIER_RECORDS = new Topic<>(
                    "dossier.records",
                    DossierRecord.class,
                    DOSSIER_PARTITIONS,
                    Cleanup.COMPACT,
                    Optional.empty(),
                    "dossier-sync",
                    Access.RESTRICTED,
                    "Hồ sơ đồng bộ: the one shared record of each dossier")
            .with(HOLDS_ANY_INPUT);

    public static final Topic<Receipt> RECEIPTS = new Topic<>(
            "exchange.receipts",
            Receipt.class,
            DOSSIER_PARTITIONS,
            Cleanup.DELETE,
            Optional.empty(),
            "dossier-sync",
            Access.OPEN,
            "Biên nhận: what became of every event");

    public static final Topic<QuarantinedRecord> QUARANTINE = new Topic<>(
                    "exchange.quarantine",
                    QuarantinedRecord.class,
                    1,
                    Cleanup.DELETE,
                    Optional.empty(),
                    "dossier-sync",
                    Access.RESTRICTED,
                    "Cách ly: records that could not be applied, kept whole")
            .with(HOLDS_ANY_INPUT);

    public static final Topic<LedgerEntry> LEDGER = new Topic<>(
            "exchange.ledger",
            LedgerEntry.class,
            1,
            Cleanup.COMPACT,
            Optional.empty(),
            "dossier-sync",
            Access.OPEN,
            "Sổ cái: what was read from each input partition, and what became of it");

    public static final Topic<DeadlineAlert> DEADLINE_ALERTS = new Topic<>(
            "deadline.alerts",
            DeadlineAlert.class,
            DOSSIER_PARTITIONS,
            Cleanup.COMPACT,
            Optional.empty(),
            "dossier-sync",
            Access.OPEN,
            "Cảnh báo hạn: dossiers that come due or are overdue");

    public static final Topic<UnitPartial> UNIT_PARTIALS = new Topic<>(
            "unit.partials",
            UnitPartial.class,
            2,
            Cleanup.COMPACT,
            Optional.empty(),
            "dossier-sync",
            Access.INTERNAL,
            "Số liệu từng phần: figures of one cell in one partition");

    public static final Topic<UnitCell> UNIT_CELLS = new Topic<>(
            "unit.cells",
            UnitCell.class,
            2,
            Cleanup.COMPACT,
            Optional.empty(),
            "unit-rollup",
            Access.OPEN,
            "Số liệu chi tiết: figures of each unit alone per holder, sector, procedure, channel and month");

    public static final Topic<UnitStatistics> UNIT_STATISTICS = new Topic<>(
            "unit.statistics",
            UnitStatistics.class,
            1,
            Cleanup.COMPACT,
            Optional.empty(),
            "unit-rollup",
            Access.OPEN,
            "Số liệu đơn vị: figures per unit, sector and month, from commune to province");

    private static final List<Topic<? extends SpecificRecord>> ALL = List.of(
            DOSSIER_EVENTS,
            PERMIT_EVENTS,
            AGENCY_READINESS,
            SERVICE_REPORTS,
            REF_UNITS,
            REF_PROCEDURES,
            REF_AGENCIES,
            WORKING_DAYS,
            DOSSIER_RECORDS,
            RECEIPTS,
            QUARANTINE,
            LEDGER,
            DEADLINE_ALERTS,
            UNIT_PARTIALS,
            UNIT_CELLS,
            UNIT_STATISTICS);

    private Topics() {}

    public static List<Topic<? extends SpecificRecord>> all() {
        return ALL;
    }
}
