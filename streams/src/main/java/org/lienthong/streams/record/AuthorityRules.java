package org.lienthong.streams.record;

import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.DossierRecord;

/** Whether an agency's statement sets a field, or stays a claim. */
final class AuthorityRules {

    private AuthorityRules() {}

    static boolean owns(DossierRecord record, FieldGroup group, String agency) {
        for (Role role : group.owners()) {
            if (is(record, role, agency)) {
                return true;
            }
        }
        return false;
    }

    /** An agency speaks for itself and for the bodies that it is part of: H36.25.03 for H36.25. */
    static boolean speaksFor(String agency, @Nullable String owner) {
        return owner != null
                && agency.startsWith(owner)
                && (agency.length() == owner.length() || agency.charAt(owner.length()) == '.');
    }

    private static boolean is(DossierRecord record, Role role, String agency) {
        return switch (role) {
            case ANYONE -> true;
            case RECEIVER -> speaksFor(agency, record.getReceivingAgency());
            // While nobody is known to hold it, work that is reported is taken at its word.
            case HOLDER -> record.getHolderAgency() == null || speaksFor(agency, record.getHolderAgency());
            case ISSUER ->
                record.getIssuingAgency() == null
                        ? is(record, Role.HOLDER, agency)
                        : speaksFor(agency, record.getIssuingAgency());
            case PERMIT_ISSUER -> throw new IllegalArgumentException("each permit has its own issuer");
        };
    }
}
