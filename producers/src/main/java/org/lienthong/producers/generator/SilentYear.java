package org.lienthong.producers.generator;

import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.schemas.readiness.AgencyReadiness;
import org.lienthong.schemas.readiness.ServiceReport;

/** Takes the year and does nothing with it: for those who listen to a part of it. */
public class SilentYear implements YearSink {

    @Override
    public void publish(DossierEvent event) {}

    @Override
    public void publish(PermitEvent event) {}

    @Override
    public void publish(AgencyReadiness report) {}

    @Override
    public void publish(ServiceReport report) {}

    @Override
    public void publishWrong(WrongRecord record) {}

    @Override
    public void flush() {}
}
