package org.lienthong.streams.record;

import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.dossier.Applicant;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierRecord;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.reference.Sector;

/**
 * A field of the record whose value agencies state.
 *
 * @param name as in the schema of DossierRecord
 */
record Field<T>(String name, Function<DossierRecord, @Nullable T> get, BiConsumer<DossierRecord, T> set) {

    static final Field<DossierStatus> STATUS =
            new Field<>("status", DossierRecord::getStatus, DossierRecord::setStatus);
    static final Field<String> PROCEDURE =
            new Field<>("procedureCode", DossierRecord::getProcedureCode, DossierRecord::setProcedureCode);
    static final Field<Sector> SECTOR = new Field<>("sector", DossierRecord::getSector, DossierRecord::setSector);
    static final Field<String> UNIT = new Field<>("unitCode", DossierRecord::getUnitCode, DossierRecord::setUnitCode);
    static final Field<String> RECEIVER =
            new Field<>("receivingAgency", DossierRecord::getReceivingAgency, DossierRecord::setReceivingAgency);
    static final Field<String> HOLDER =
            new Field<>("holderAgency", DossierRecord::getHolderAgency, DossierRecord::setHolderAgency);
    static final Field<String> ISSUER =
            new Field<>("issuingAgency", DossierRecord::getIssuingAgency, DossierRecord::setIssuingAgency);
    static final Field<Channel> CHANNEL = new Field<>("channel", DossierRecord::getChannel, DossierRecord::setChannel);
    static final Field<Applicant> APPLICANT =
            new Field<>("applicant", DossierRecord::getApplicant, DossierRecord::setApplicant);
    static final Field<String> SUMMARY = new Field<>("summary", DossierRecord::getSummary, DossierRecord::setSummary);
    static final Field<Instant> DUE = new Field<>("dueAt", DossierRecord::getDueAt, DossierRecord::setDueAt);
    static final Field<String> OUTCOME = new Field<>("outcome", DossierRecord::getOutcome, DossierRecord::setOutcome);
    static final Field<Boolean> ELECTRONIC_RESULT =
            new Field<>("electronicResult", DossierRecord::getElectronicResult, DossierRecord::setElectronicResult);
}
