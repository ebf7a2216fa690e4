package org.lienthong.streams.record;

import static org.lienthong.streams.record.FieldGroup.APPLICATION;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.DossierCorrected;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.dossier.DossierSubmitted;

/** What was handed in: stated by the submission, mended by corrections. */
final class SubmissionRules {

    private SubmissionRules() {}

    static void submitted(Turn turn, DossierSubmitted e) {
        DossierRecord record = turn.record();
        String receiver = e.getReceivingAgency();
        // The first submission comes from the applicant, through whichever portal, and names its receiver.
        boolean first = record.getSubmittedAt() == null
                && (record.getReceivingAgency() == null
                        || AuthorityRules.speaksFor(receiver, record.getReceivingAgency()));
        boolean owner = first || turn.owns(APPLICATION);
        Rule rule = first ? Rule.FIRST_SUBMISSION : Rule.OWNER_STATES;
        if (isAnotherDossier(record, e)) {
            turn.anomaly(Anomalies.CODE_COLLISION, record.getProcedureCode() + " / " + e.getProcedureCode());
        }
        turn.state(owner, APPLICATION, Field.RECEIVER, receiver, rule);
        if (owner && record.getHolderAgency() == null) {
            turn.set(Field.HOLDER, receiver, rule);
        }
        boolean started = record.getSubmittedAt() != null;
        if (StatusRules.start(turn, owner, APPLICATION, DossierStatus.SUBMITTED, started, rule)) {
            record.setSubmittedAt(turn.fact().occurredAt());
            turn.follows("submittedAt", rule);
        }
        procedure(turn, owner, e.getProcedureCode(), rule);
        unit(turn, owner, e.getUnitCode(), rule);
        turn.state(owner, APPLICATION, Field.SECTOR, e.getSector(), rule);
        turn.state(owner, APPLICATION, Field.CHANNEL, e.getChannel(), rule);
        turn.state(owner, APPLICATION, Field.SUMMARY, e.getSummary(), rule);
        applicant(turn, owner, e.getApplicant(), rule);
        if (owner) {
            DossierRules.addPapers(turn, e.getPapers());
        }
        if (owner && e.getPopulationData()) {
            record.setPopulationData(true);
            turn.follows("populationData", rule);
        }
    }

    static void corrected(Turn turn, DossierCorrected e) {
        boolean owner = turn.owns(APPLICATION);
        procedure(turn, owner, e.getProcedureCode(), Rule.OWNER_STATES);
        unit(turn, owner, e.getUnitCode(), Rule.OWNER_STATES);
        turn.state(owner, APPLICATION, Field.SECTOR, e.getSector(), Rule.OWNER_STATES);
        turn.state(owner, APPLICATION, Field.CHANNEL, e.getChannel(), Rule.OWNER_STATES);
        turn.state(owner, APPLICATION, Field.SUMMARY, e.getSummary(), Rule.OWNER_STATES);
        applicant(turn, owner, e.getApplicant(), Rule.OWNER_STATES);
        DueRules.correct(turn, e.getDueAt());
    }

    private static void procedure(Turn turn, boolean owner, @Nullable String code, Rule rule) {
        String before = turn.record().getProcedureCode();
        if (turn.state(owner, APPLICATION, Field.PROCEDURE, code, rule)
                && before != null
                && code != null
                && !before.equals(code)) {
            turn.changed(Anomalies.PROCEDURE_CHANGED, before, code);
        }
    }

    private static void unit(Turn turn, boolean owner, @Nullable String code, Rule rule) {
        String before = turn.record().getUnitCode();
        if (turn.state(owner, APPLICATION, Field.UNIT, code, rule)
                && before != null
                && code != null
                && !before.equals(code)) {
            turn.changed(Anomalies.UNIT_CHANGED, before, code);
        }
    }

    private static void applicant(Turn turn, boolean owner, @Nullable Applicant applicant, Rule rule) {
        turn.state(owner, APPLICATION, Field.APPLICANT, applicant, rule);
        if (applicant != null && IdentityRules.isPlaceholder(applicant.getIdentityNumber())) {
            turn.anomaly(Anomalies.PLACEHOLDER_IDENTITY, "");
        }
    }

    /** Two systems gave one code to two dossiers: neither the applicant nor the procedure is the same. */
    private static boolean isAnotherDossier(DossierRecord record, DossierSubmitted e) {
        return record.getApplicant() != null
                && e.getApplicant() != null
                && !Objects.equals(
                        record.getApplicant().getName(), e.getApplicant().getName())
                && record.getProcedureCode() != null
                && !record.getProcedureCode().equals(e.getProcedureCode());
    }
}
