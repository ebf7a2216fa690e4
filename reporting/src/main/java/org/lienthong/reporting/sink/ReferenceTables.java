package org.lienthong.reporting.sink;

import java.time.YearMonth;
import java.util.List;
import org.lienthong.schemas.readiness.AgencyReadiness;
import org.lienthong.schemas.readiness.ServiceReport;
import org.lienthong.schemas.reference.Agency;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.Successor;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.topic.Topics;

/** Tables of units, procedures, agencies and their readiness. */
final class ReferenceTables {

    private ReferenceTables() {}

    static SinkTable<Unit> units() {
        Upsert upsert = new Upsert(
                "lienthong.units",
                List.of("code", "valid_from"),
                "code || '@' || valid_from",
                List.of(
                        "valid_to",
                        "level",
                        "name",
                        "parent_code",
                        "successors",
                        "shares",
                        "members",
                        "latitude",
                        "longitude"));
        return new KeyedTable<>(
                Topics.REF_UNITS,
                upsert,
                (row, key, unit) -> row.text(unit.getCode())
                        .date(unit.getValidFrom())
                        .date(unit.getValidTo())
                        .name(unit.getLevel())
                        .text(unit.getName())
                        .text(unit.getParentCode())
                        .texts(unit.getSuccessors().stream()
                                .map(Successor::getCode)
                                .toList())
                        .float8s(unit.getSuccessors().stream()
                                .map(Successor::getShare)
                                .toList())
                        .texts(unit.getMembers())
                        .float8(unit.getLatitude())
                        .float8(unit.getLongitude()));
    }

    static SinkTable<Procedure> procedures() {
        Upsert upsert = new Upsert(
                "lienthong.procedures",
                List.of("code"),
                "code",
                List.of("name", "sector", "level", "time_limit_hours", "fee", "online", "permit_kind"));
        return new KeyedTable<>(
                Topics.REF_PROCEDURES,
                upsert,
                (row, key, procedure) -> row.text(procedure.getCode())
                        .text(procedure.getName())
                        .name(procedure.getSector())
                        .name(procedure.getLevel())
                        .int4(procedure.getTimeLimitHours())
                        .bool(procedure.getFee())
                        .bool(procedure.getOnline())
                        .text(procedure.getPermitKind()));
    }

    static SinkTable<Agency> agencies() {
        Upsert upsert = new Upsert(
                "lienthong.agencies",
                List.of("id"),
                "id",
                List.of("name", "parent_id", "unit_code", "level", "valid_from", "valid_to"));
        return new KeyedTable<>(
                Topics.REF_AGENCIES,
                upsert,
                (row, key, agency) -> row.text(agency.getId())
                        .text(agency.getName())
                        .text(agency.getParentId())
                        .text(agency.getUnitCode())
                        .name(agency.getLevel())
                        .date(agency.getValidFrom())
                        .date(agency.getValidTo()));
    }

    static SinkTable<AgencyReadiness> readiness() {
        Upsert upsert = new Upsert(
                "lienthong.agency_readiness",
                List.of("agency_id"),
                "agency_id",
                List.of(
                        "unit_code",
                        "reported_at",
                        "computers",
                        "computers_below_minimum",
                        "lan",
                        "bandwidth_mbps",
                        "security_measures",
                        "staff",
                        "staff_trained"));
        return new KeyedTable<>(
                Topics.AGENCY_READINESS,
                upsert,
                // Agencies write this topic: its key alone says which row it is, whatever the value states.
                (row, key, report) -> row.text(key)
                        .text(report.getUnitCode())
                        .time(report.getHeader().getOccurredAt())
                        .int4(report.getComputers())
                        .int4(report.getComputersBelowMinimum())
                        .bool(report.getLan())
                        .float8(report.getBandwidthMbps())
                        .texts(report.getSecurityMeasures().stream()
                                .map(Enum::name)
                                .toList())
                        .int4(report.getStaff())
                        .int4(report.getStaffTrained()));
    }

    static SinkTable<ServiceReport> serviceReports() {
        Upsert upsert = new Upsert(
                "lienthong.service_reports",
                List.of("agency_id", "month"),
                "agency_id || '|' || to_char(month, 'YYYY-MM')",
                List.of(("unit_code, reported_at, publications_due, published_on_time, updates_due, updated_on_time,"
                                + " contents_checked, contents_complete, national_received, portal_received, synced,"
                                + " certified_copies_due, certified_copies, petitions, petitions_on_time,"
                                + " petitions_satisfied")
                        .split(", ")));
        return new KeyedTable<>(
                Topics.SERVICE_REPORTS,
                upsert,
                // As with readiness, the key alone says which row it is.
                (row, key, report) -> row.text(key.substring(0, Math.max(0, key.lastIndexOf('|'))))
                        .date(YearMonth.parse(key.substring(key.lastIndexOf('|') + 1))
                                .atDay(1))
                        .text(report.getUnitCode())
                        .time(report.getHeader().getOccurredAt())
                        .int8(report.getPublicationsDue())
                        .int8(report.getPublishedOnTime())
                        .int8(report.getUpdatesDue())
                        .int8(report.getUpdatedOnTime())
                        .int8(report.getContentsChecked())
                        .int8(report.getContentsComplete())
                        .int8(report.getNationalReceived())
                        .int8(report.getPortalReceived())
                        .int8(report.getSynced())
                        .int8(report.getCertifiedCopiesDue())
                        .int8(report.getCertifiedCopies())
                        .int8(report.getPetitions())
                        .int8(report.getPetitionsOnTime())
                        .int8(report.getPetitionsSatisfied()));
    }
}
