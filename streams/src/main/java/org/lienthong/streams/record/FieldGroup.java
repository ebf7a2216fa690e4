package org.lienthong.streams.record;

import java.util.List;
import java.util.Set;

/**
 * Who owns what: the fields of a record in groups, and for each group the roles whose statements set them. What anybody
 * else states becomes a claim. This table is the rule; {@code docs/generated/authority.md} is printed from it.
 */
public enum FieldGroup {
    APPLICATION(
            "Hồ sơ nộp",
            "what the applicant handed in",
            "NOT_THE_RECEIVER",
            Set.of(Role.RECEIVER),
            List.of(
                    "status",
                    "procedureCode",
                    "sector",
                    "unitCode",
                    "receivingAgency",
                    "channel",
                    "applicant",
                    "summary"),
            List.of("DossierSubmitted", "DossierCorrected")),
    DESK(
            "Việc tại bộ phận một cửa",
            "what happens at the desk: intake, supplements, payment, return",
            "NOT_THE_HOLDER",
            Set.of(Role.RECEIVER, Role.HOLDER),
            List.of("status", "feesPaid"),
            List.of(
                    "DossierAccepted",
                    "DossierRefused",
                    "DossierWithdrawn",
                    "SupplementReceived",
                    "PaymentRecorded",
                    "ResultReturned")),
    PROCESSING(
            "Giải quyết",
            "the work on it: status, deadlines, who holds it",
            "NOT_THE_HOLDER",
            Set.of(Role.HOLDER),
            List.of("status", "dueAt", "holderAgency", "feesRequested"),
            List.of(
                    "DossierAccepted",
                    "DossierForwarded",
                    "DossierProgressed",
                    "SupplementRequested",
                    "SupplementReceived",
                    "PaymentRequested",
                    "DossierSuspended",
                    "DossierResumed",
                    "DossierResolved",
                    "DossierCorrected")),
    RESULT(
            "Kết quả",
            "what was decided",
            "NOT_THE_ISSUER",
            Set.of(Role.ISSUER),
            List.of("outcome", "electronicResult"),
            List.of("DossierResolved")),
    PERMIT(
            "Giấy phép",
            "the permits that follow from it",
            "NOT_THE_ISSUER",
            Set.of(Role.PERMIT_ISSUER),
            List.of("permits"),
            List.of("PermitIssued", "PermitAmended", "PermitSuspended", "PermitRevoked", "PermitExpired")),
    OPEN(
            "Bước xử lý, đánh giá",
            "steps of the work, ratings, other codes: facts of whoever reports them",
            "",
            Set.of(Role.ANYONE),
            List.of("steps", "lastStep", "rating", "aliases"),
            List.of("DossierProgressed", "DossierForwarded", "DossierRated"));

    private final String vietnamese;
    private final String english;
    private final String conflictCode;
    private final Set<Role> owners;
    private final List<String> fields;
    private final List<String> events;

    FieldGroup(
            String vietnamese,
            String english,
            String conflictCode,
            Set<Role> owners,
            List<String> fields,
            List<String> events) {
        this.vietnamese = vietnamese;
        this.english = english;
        this.conflictCode = conflictCode;
        this.owners = owners;
        this.fields = fields;
        this.events = events;
    }

    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }

    /** Code of the receipt of an event whose agency owns nothing of this. */
    public String conflictCode() {
        return conflictCode;
    }

    public Set<Role> owners() {
        return owners;
    }

    /** Fields of DossierRecord whose values are stated; dates and counters follow from them. */
    public List<String> fields() {
        return fields;
    }

    /** Events that state them. */
    public List<String> events() {
        return events;
    }
}
