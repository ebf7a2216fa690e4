package org.lienthong.reporting.dossiers;

/**
 * Rows in the database.
 *
 * @param dossiers records of dossiers; those of which only a permit is known are not counted
 * @param permits permits on the records
 */
public record DossierCounts(long dossiers, long permits) {}
