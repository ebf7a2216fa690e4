package org.lienthong.producers.generator;

import java.util.ArrayList;
import java.util.List;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.readiness.AgencyReadiness;
import org.lienthong.schemas.readiness.ServiceReport;

/** Keeps what it is sent. */
final class RecordingSink implements YearSink {

    final List<DossierEvent> dossierEvents = new ArrayList<>();
    final List<PermitEvent> permitEvents = new ArrayList<>();
    final List<AgencyReadiness> reports = new ArrayList<>();
    final List<ServiceReport> serviceReports = new ArrayList<>();
    final List<WrongRecord> wrong = new ArrayList<>();
    boolean flushed;

    @Override
    public void publish(DossierEvent event) {
        dossierEvents.add(event);
    }

    @Override
    public void publish(PermitEvent event) {
        permitEvents.add(event);
    }

    @Override
    public void publish(AgencyReadiness report) {
        reports.add(report);
    }

    @Override
    public void publish(ServiceReport report) {
        serviceReports.add(report);
    }

    @Override
    public void publishWrong(WrongRecord record) {
        wrong.add(record);
    }

    @Override
    public void flush() {
        flushed = true;
    }
}
