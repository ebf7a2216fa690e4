package org.lienthong.producers.mapping;

import java.util.List;
import org.lienthong.schemas.dossier.DossierEvent;

/**
 * What a row states.
 *
 * @param caseId of the source
 * @param event the row's own
 * @param derived events that follow from the columns of its case: the same for every row of the case
 */
public record MappedRow(String caseId, DossierEvent event, List<DossierEvent> derived) {}
