package org.lienthong.streams.dossier;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.Anomaly;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.Paper;
import org.lienthong.schemas.event.EventHeader;

/** The small edits that the rules for dossiers and for permits share. */
final class RecordEdits {

    private static final BigDecimal NOTHING = new BigDecimal("0.00");

    private RecordEdits() {}

    /** A record that has seen no event yet. */
    static DossierRecord blank(String code, EventHeader first) {
        DossierRecord record = new DossierRecord();
        record.setCode(code);
        record.setAliases(new ArrayList<>());
        record.setFirstEventAt(first.getOccurredAt());
        record.setFeesRequested(NOTHING);
        record.setFeesPaid(NOTHING);
        record.setPermits(new ArrayList<>());
        record.setAnomalies(new ArrayList<>());
        record.setClaims(new ArrayList<>());
        return record;
    }

    static void countEvent(DossierRecord record, EventHeader header) {
        record.setEventCount(record.getEventCount() + 1);
        record.setLastEventAt(header.getOccurredAt());
        record.setLastSequence(header.getSequence());
        record.setLastEventId(header.getEventId());
    }

    static void addAlias(DossierRecord record, String alias) {
        if (!record.getAliases().contains(alias)) {
            TreeSet<String> sorted = new TreeSet<>(record.getAliases());
            sorted.add(alias);
            record.setAliases(new ArrayList<>(sorted));
        }
    }

    static void addAnomaly(DossierRecord record, String code, EventHeader header) {
        record.getAnomalies().add(new Anomaly(code, header.getEventId(), header.getAgencyId(), ""));
    }

    static void addPapers(DossierRecord record, List<Paper> papers) {
        for (Paper paper : papers) {
            record.setPapers(record.getPapers() + 1);
            record.setPapersDigitised(record.getPapersDigitised() + (paper.getDigitised() ? 1 : 0));
            record.setPapersReused(record.getPapersReused() + (paper.getReused() ? 1 : 0));
        }
    }

    static <T> @Nullable T firstOf(@Nullable T preferred, @Nullable T otherwise) {
        return preferred != null ? preferred : otherwise;
    }

    static @Nullable String nfc(@Nullable String text) {
        return text == null || Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    static @Nullable Applicant nfc(@Nullable Applicant applicant) {
        if (applicant != null) {
            applicant.setName(nfc(applicant.getName()));
            applicant.setAddress(nfc(applicant.getAddress()));
        }
        return applicant;
    }
}
