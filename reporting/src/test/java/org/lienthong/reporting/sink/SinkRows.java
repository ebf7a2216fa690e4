package org.lienthong.reporting.sink;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.testing.Samples;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.exchange.DeadlineAlert;
import org.lienthong.schemas.exchange.LedgerEntry;
import org.lienthong.schemas.exchange.QuarantinedRecord;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.readiness.AgencyReadiness;
import org.lienthong.schemas.readiness.ServiceReport;
import org.lienthong.schemas.reference.Agency;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.statistics.UnitCell;
import org.lienthong.schemas.statistics.UnitStatistics;

/** Puts records into the database as the sink does, each at the next offset, for tests of what reads them. */
public final class SinkRows {

    private final DataSource database;
    private long written;

    public SinkRows(DataSource database) {
        this.database = database;
    }

    public void units(List<Unit> units) {
        write(new UnitTable(), units, unit -> unit.getCode() + "@" + unit.getValidFrom());
    }

    public void procedure(Procedure procedure) {
        write(ReferenceTables.procedures(), List.of(procedure), Procedure::getCode);
    }

    public void agency(Agency agency) {
        write(ReferenceTables.agencies(), List.of(agency), Agency::getId);
    }

    public void readiness(List<AgencyReadiness> reports) {
        write(ReferenceTables.readiness(), reports, report -> report.getHeader().getAgencyId());
    }

    public void statistics(List<UnitStatistics> statistics) {
        write(
                StatisticsTable.statistics(),
                statistics,
                s -> s.getUnitCode() + s.getUnitValidFrom() + s.getSector() + s.getMonth());
    }

    public void cells(List<UnitCell> cells) {
        write(
                StatisticsTable.cells(),
                cells,
                c -> String.join("|", c.getSector().name(), c.getMonth(), c.getUnitCode() + "@" + c.getUnitValidFrom())
                        + "|"
                        + String.join(
                                "|",
                                c.getAgencyId(),
                                c.getProcedureCode(),
                                c.getChannel().name()));
    }

    public void serviceReports(List<ServiceReport> reports) {
        write(
                ReferenceTables.serviceReports(),
                reports,
                report -> report.getHeader().getAgencyId() + "|" + report.getMonth());
    }

    public void dossiers(List<DossierRecord> dossiers) {
        write(new DossierTable(), dossiers, DossierRecord::getCode);
    }

    /** As a tombstone of their topic does. */
    public void dossiersGone(List<String> codes) {
        put(
                new DossierTable(),
                codes.stream().map(code -> new Keyed<DossierRecord>(code, null)).toList());
    }

    public void alerts(List<DeadlineAlert> alerts) {
        write(AlertTable.alerts(), alerts, DeadlineAlert::getDossierCode);
    }

    public void receipts(List<Receipt> receipts) {
        write(new ReceiptTable(), receipts, receipt -> String.valueOf(receipt.getDossierCode()));
    }

    public void quarantined(QuarantinedRecord record) {
        write(new QuarantineTable(), List.of(record), QuarantinedRecord::getReason);
    }

    public void ledger(LedgerEntry entry) {
        write(LedgerTable.ledger(), List.of(entry), e -> e.getTopic() + "-" + e.getPartition());
    }

    /** A minute between two records. */
    private static long received(long number) {
        return Samples.RECEIVED.plusSeconds(60 * number).toEpochMilli();
    }

    private record Keyed<V>(String key, @Nullable V value) {}

    private <V extends SpecificRecord> void write(SinkTable<V> table, List<V> values, Function<V, String> key) {
        put(
                table,
                values.stream()
                        .map(value -> new Keyed<V>(key.apply(value), value))
                        .toList());
    }

    private <V extends SpecificRecord> void put(SinkTable<V> table, List<Keyed<V>> values) {
        List<SinkRecord<V>> records = IntStream.range(0, values.size())
                .mapToObj(i -> new SinkRecord<V>(
                        values.get(i).key(), values.get(i).value(), 0, written + i, received(written + i)))
                .toList();
        written += values.size();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            table.prepare(connection);
            table.rows(records).to(connection);
            statement.executeUpdate("UPDATE lienthong.freshness SET version = version + 1, changed_at = now()");
            connection.commit();
        } catch (SQLException e) {
            throw new AssertionError("rows not written", e);
        }
    }
}
