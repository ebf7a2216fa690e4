package org.lienthong.streams.record;

import java.text.Normalizer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.DossierAccepted;
import org.lienthong.schemas.dossier.DossierCorrected;
import org.lienthong.schemas.dossier.DossierForwarded;
import org.lienthong.schemas.dossier.DossierProgressed;
import org.lienthong.schemas.dossier.DossierRefused;
import org.lienthong.schemas.dossier.DossierSubmitted;
import org.lienthong.schemas.dossier.DossierSuspended;
import org.lienthong.schemas.dossier.DossierWithdrawn;
import org.lienthong.schemas.dossier.Paper;
import org.lienthong.schemas.dossier.SupplementReceived;
import org.lienthong.schemas.dossier.SupplementRequested;
import org.lienthong.schemas.permit.PermitAmended;
import org.lienthong.schemas.permit.PermitIssued;

/**
 * What of a payload can change a record. The history of a dossier keeps this alone: an officer's note of a megabyte
 * costs its state nothing. The arguments are left as they are.
 */
final class EssenceRules {

    private EssenceRules() {}

    static Object essence(Object payload) {
        if (payload instanceof DossierSubmitted e) {
            return new DossierSubmitted(
                    e.getProcedureCode(),
                    e.getSector(),
                    e.getUnitCode(),
                    e.getReceivingAgency(),
                    e.getChannel(),
                    nfc(e.getApplicant()),
                    nfc(e.getSummary()),
                    papers(e.getPapers()),
                    e.getPopulationData());
        } else if (payload instanceof DossierAccepted e) {
            return new DossierAccepted(e.getDueAt(), null, null);
        } else if (payload instanceof DossierRefused) {
            return new DossierRefused((String) null, null);
        } else if (payload instanceof DossierForwarded e) {
            return new DossierForwarded(e.getToAgency(), null, null);
        } else if (payload instanceof DossierProgressed e) {
            return new DossierProgressed(nfc(e.getStep()), null, null, null);
        } else if (payload instanceof SupplementRequested) {
            return new SupplementRequested((String) null);
        } else if (payload instanceof SupplementReceived e) {
            return new SupplementReceived(e.getNewDueAt(), papers(e.getPapers()));
        } else if (payload instanceof DossierWithdrawn) {
            return new DossierWithdrawn((String) null);
        } else if (payload instanceof DossierSuspended) {
            return new DossierSuspended((String) null, null);
        } else if (payload instanceof DossierCorrected e) {
            return new DossierCorrected(
                    e.getProcedureCode(),
                    e.getSector(),
                    e.getUnitCode(),
                    e.getChannel(),
                    e.getDueAt(),
                    nfc(e.getApplicant()),
                    nfc(e.getSummary()),
                    null);
        } else if (payload instanceof PermitIssued e) {
            return new PermitIssued(e.getKind(), e.getSector(), null, e.getValidFrom(), e.getValidUntil());
        } else if (payload instanceof PermitAmended e) {
            return new PermitAmended(e.getValidUntil(), null);
        }
        return payload; // no text that the record does not show
    }

    /** A record counts papers; their names stay on the topic. */
    private static List<Paper> papers(List<Paper> papers) {
        return papers.stream()
                .map(paper -> new Paper(null, "", paper.getDigitised(), paper.getReused()))
                .toList();
    }

    private static @Nullable Applicant nfc(@Nullable Applicant a) {
        return a == null
                ? null
                : new Applicant(
                        nfc(a.getName()),
                        a.getType(),
                        a.getIdentityNumber(),
                        a.getPhone(),
                        a.getEmail(),
                        nfc(a.getAddress()));
    }

    private static @Nullable String nfc(@Nullable String text) {
        return text == null || Normalizer.isNormalized(text, Normalizer.Form.NFC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFC);
    }
}
