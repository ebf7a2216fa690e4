package org.lienthong.streams.deadline;

import static org.lienthong.streams.dossier.Events.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;

/**
 * Versions of records as late, doubled and corrected events may make them: what must agree has no need to be sensible.
 */
public final class RandomRecords {

    private static final DossierStatus[] STATUSES = DossierStatus.values();

    private final Random random;

    public RandomRecords(long seed) {
        random = new Random(seed);
    }

    /** One to seven versions of a dossier in order; the last is what all systems come to. */
    public List<DossierRecord> versions(String code) {
        List<DossierRecord> versions = new ArrayList<>();
        int count = 1 + random.nextInt(7);
        for (int version = 1; version <= count; version++) {
            versions.add(version(code, version));
            if (random.nextInt(5) == 0) {
                versions.add(versions.get(versions.size() - 1));
            }
        }
        return versions;
    }

    /** A moment of the weeks in which the records are due. */
    public Instant moment() {
        return day(random.nextInt(24)).plusSeconds(random.nextInt(4) * 3_600L);
    }

    private DossierRecord version(String code, int version) {
        DossierStatus status = random.nextInt(12) == 0 ? null : STATUSES[random.nextInt(STATUSES.length)];
        DossierRecord record = Records.record(status);
        record.setCode(code);
        record.setEventCount(version);
        record.setLastEventAt(moment());
        record.setDueAt(sometimes(6));
        record.setUnitCode("2500" + random.nextInt(2));
        record.setHolderAgency(random.nextInt(8) == 0 ? null : "H36.2" + random.nextInt(2));
        record.setSupplementRequests(random.nextInt(10) == 0 ? 2 : random.nextInt(2));
        if (status == DossierStatus.SUPPLEMENT_REQUESTED || random.nextInt(6) == 0) {
            record.setWaitingSince(moment());
        }
        if (status == DossierStatus.SUSPENDED || random.nextInt(6) == 0) {
            record.setSuspendedSince(moment());
        }
        if (status != null) {
            switch (status) {
                case RESOLVED -> record.setResolvedAt(moment());
                case RETURNED -> record.setReturnedAt(moment());
                case REFUSED, SUSPENDED, WITHDRAWN -> record.setStoppedAt(moment());
                default -> {}
            }
        }
        return record;
    }

    private @Nullable Instant sometimes(int times) {
        return random.nextInt(times) == 0 ? null : moment();
    }
}
