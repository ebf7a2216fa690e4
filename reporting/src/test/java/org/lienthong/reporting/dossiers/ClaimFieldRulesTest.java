package org.lienthong.reporting.dossiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimFieldRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "dueAt",
                "procedureCode",
                "sector",
                "unitCode",
                "channel",
                "receivingAgency",
                "holderAgency",
                "issuingAgency",
                "outcome",
                "electronicResult",
                "feesRequested",
                "permits/GP-1/status",
                "permits/12/GP-UBND/validUntil"
            })
    void whatTheSchemaDoesNotMarkAsPersonalIsOpen(String field) {
        assertThat(ClaimFieldRules.isOpen(field)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "applicant",
                "applicant/name",
                "summary",
                "claims",
                "permits",
                "permits/GP-1",
                "permits/GP-1/holder",
                "permits/status/summary",
                "ofALaterVersion",
                ""
            })
    void whatIsPersonalOrNotKnownIsNot(String field) {
        assertThat(ClaimFieldRules.isOpen(field)).isFalse();
    }
}
