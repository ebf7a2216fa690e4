package org.lienthong.reporting.dossiers;

import org.apache.avro.Schema;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.PermitView;

/** Which fields a claim may be shown with what it states: those that the schema does not mark as personal. */
final class ClaimFieldRules {

    private static final String PERMITS = "permits/";

    private ClaimFieldRules() {}

    /** @param field of the record, or {@code permits/number/field}; one that the schema does not know is not open */
    static boolean isOpen(String field) {
        return field.startsWith(PERMITS)
                // Numbers of permits have slashes of their own.
                ? isOpen(PermitView.getClassSchema(), field.substring(field.lastIndexOf('/') + 1))
                : isOpen(DossierRecord.getClassSchema(), field);
    }

    private static boolean isOpen(Schema schema, String name) {
        Schema.Field field = schema.getField(name);
        return field != null
                && field.schema().getType() != Schema.Type.ARRAY
                && !Boolean.TRUE.equals(field.getObjectProp("pii"));
    }
}
