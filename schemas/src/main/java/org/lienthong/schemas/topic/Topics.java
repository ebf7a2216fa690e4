package org.lienthong.schemas.topic;

import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.lienthong.schemas.avro.TrustedClasses;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.exchange.DeadlineAlert;
import org.lienthong.schemas.exchange.QuarantinedRecord;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.readiness.AgencyReadiness;
import org.lienthong.schemas.reference.Agency;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.Unit;
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

    public static final Topic<DossierEvent> DOSSIER_EVENTS = new Topic<>(
            "dossier.events",
            DossierEvent.class,
            DOSSIER_PARTITIONS,
            Cleanup.DELETE,
            Optional.empty(),
            "publishers",
            Access.RESTRICTED,
            "Sự kiện hồ sơ: what happened to dossiers, as agencies state it");

    public static final Topic<PermitEvent> PERMIT_EVENTS = new Topic<>(
            "permit.events",
            PermitEvent.class,
            DOSSIER_PARTITIONS,
            Cleanup.DELETE,
            Optional.empty(),
            "publishers",
            Access.RESTRICTED,
            "Sự kiện giấy phép: what happened to permits, as agencies state it");

    public static final Topic<AgencyReadiness> AGENCY_READINESS = new Topic<>(
            "agency.readiness",
            AgencyReadiness.class,
            1,
            Cleanup.COMPACT,
            Optional.empty(),
            "publishers",
            Access.OPEN,
            "Hạ tầng và an toàn thông tin: the latest readiness report of each agency");

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

    public static final Topic<DossierRecord> DOSSIER_RECORDS = new Topic<>(
            "dossier.records",
            DossierRecord.class,
            DOSSIER_PARTITIONS,
            Cleanup.COMPACT,
            Optional.empty(),
            "dossier-sync",
            Access.RESTRICTED,
            "Hồ sơ đồng bộ: the one shared record of each dossier");

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
            "Cách ly: records that could not be applied, kept whole");

    public static final Topic<DeadlineAlert> DEADLINE_ALERTS = new Topic<>(
            "deadline.alerts",
            DeadlineAlert.class,
            DOSSIER_PARTITIONS,
            Cleanup.DELETE,
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
            "unit-count",
            Access.INTERNAL,
            "Số liệu từng phần: figures of one unit in one partition");

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
            REF_UNITS,
            REF_PROCEDURES,
            REF_AGENCIES,
            DOSSIER_RECORDS,
            RECEIPTS,
            QUARANTINE,
            DEADLINE_ALERTS,
            UNIT_PARTIALS,
            UNIT_STATISTICS);

    private Topics() {}

    public static List<Topic<? extends SpecificRecord>> all() {
        return ALL;
    }
}
