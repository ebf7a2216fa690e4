package org.lienthong.streams.unit;

import java.time.Instant;
import java.time.ZoneId;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.streams.record.DeadlineRules;

/**
 * What one dossier counts as. For every dossier {@code received = inProgress + onTime + late + withdrawn}; the other
 * figures are parts of these.
 */
final class FigureRules {

    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    /** Points of five from which on a rating says that the applicant is satisfied. */
    private static final int SATISFIED = 4;

    private FigureRules() {}

    /** When the dossier was filed: its submission, else its acceptance, else the first that is known of it. */
    static Instant filedAt(DossierRecord record) {
        if (record.getSubmittedAt() != null) {
            return record.getSubmittedAt();
        }
        return record.getAcceptedAt() != null ? record.getAcceptedAt() : record.getFirstEventAt();
    }

    /** @param now a dossier that is still open counts up to this instant */
    static Figures figures(DossierRecord record, Instant now) {
        Figures figures = new Figures();
        if (record.getStatus() == null) {
            return figures; // only a permit is known: nothing was received yet
        }
        Instant finished = DeadlineRules.finishedAt(record);
        Instant overdueFrom = DeadlineRules.overdueFrom(record);
        boolean withdrawn = record.getStatus() == DossierStatus.WITHDRAWN;
        boolean onTime = finished != null && DeadlineRules.isInTime(record, finished);
        figures.setReceived(1);
        figures.setInProgress(one(finished == null && !withdrawn));
        figures.setWaitingSupplement(one(record.getStatus() == DossierStatus.SUPPLEMENT_REQUESTED));
        figures.setOnTime(one(onTime));
        figures.setLate(one(finished != null && !onTime));
        figures.setOverdue(one(overdueFrom != null && overdueFrom.isBefore(now)));
        figures.setRefused(one(record.getStatus() == DossierStatus.REFUSED));
        figures.setWithdrawn(one(withdrawn));
        figures.setSuspended(one(record.getStatus() == DossierStatus.SUSPENDED));
        figures.setOnline(one(record.getChannel() == Channel.ONLINE));
        figures.setPaidOnline(one(record.getPaidOnline()));
        figures.setPermits(record.getPermits().size());
        figures.setAnomalous(one(!record.getAnomalies().isEmpty()));
        boolean fee =
                record.getFeesRequested().signum() > 0 || record.getFeesPaid().signum() > 0;
        figures.setFeeRequired(one(fee));
        figures.setPaidOnlineOfFee(one(fee && record.getPaidOnline()));
        figures.setElectronicResult(one(finished != null && record.getElectronicResult()));
        figures.setDigitised(one(record.getPapersDigitised() > 0));
        figures.setReused(one(record.getPapersReused() > 0));
        figures.setCitizenStore(one(record.getCitizenStore()));
        figures.setPopulationData(one(record.getPopulationData()));
        figures.setRated(one(record.getRating() != null));
        figures.setSatisfied(one(record.getRating() != null && record.getRating() >= SATISFIED));
        figures.setMeasured(one(record.getWorkingMinutes() != null));
        figures.setWorkingMinutes(record.getWorkingMinutes() == null ? 0 : record.getWorkingMinutes());
        return figures;
    }

    static boolean isZero(Figures figures) {
        return figures.equals(new Figures());
    }

    private static long one(boolean condition) {
        return condition ? 1 : 0;
    }
}
