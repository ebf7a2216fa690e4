package org.lienthong.reporting.index;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which dossiers cost a metric its points: the condition on {@code lienthong.dossiers d}, the other side of what the
 * figures count. Metrics of procedures, petitions and statements have no dossiers.
 */
final class CostlyRules {

    private static final String NOT_IN_TIME = "(d.finished_at > d.due_at OR d.overdue_from < now())";

    private static final Map<IndexMetric, String> CONDITIONS = new EnumMap<>(Map.of(
            IndexMetric.TDGQ,
            NOT_IN_TIME,
            IndexMetric.ONLINE_DOSSIER,
            "d.channel IS DISTINCT FROM 'ONLINE'",
            IndexMetric.ONLINE_PAYMENT_DOSSIER,
            "(d.fees_requested > 0 OR d.fees_paid > 0) AND NOT d.paid_online",
            IndexMetric.ORIGINAL_RESULT_AVAILABLE,
            "(d.finished_at IS NULL OR NOT d.electronic_result)",
            IndexMetric.SO_HOA_GIAY_TO_GIAI_QUYET,
            "d.papers_digitised = 0",
            IndexMetric.REUSED_DIGITIZED_DATA,
            "d.papers_reused = 0",
            IndexMetric.SYNCED_WITH_DVCQG_PERSONAL_STORAGE,
            "NOT d.citizen_store",
            IndexMetric.CITIZEN_DATA_CONNECTED_DOSSIER,
            "NOT d.population_data",
            IndexMetric.DOSSIER_RECEIVING_SATISFACTION,
            "(" + NOT_IN_TIME + " OR d.rating < 4)"));

    private CostlyRules() {}

    static boolean isListed(IndexMetric metric) {
        return CONDITIONS.containsKey(metric);
    }

    /** SQL; empty for a metric without dossiers of its own. */
    static Optional<String> condition(IndexMetric metric) {
        return Optional.ofNullable(CONDITIONS.get(metric));
    }
}
