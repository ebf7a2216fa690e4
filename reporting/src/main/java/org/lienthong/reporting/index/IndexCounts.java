package org.lienthong.reporting.index;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one unit or agency, as {@link IndexSql} and the view {@code lienthong.service_index_counts} name them.
 * A count that nobody stated is null.
 */
final class IndexCounts {

    private IndexCounts() {}

    static Map<IndexMetric, Share> read(ResultSet row) throws SQLException {
        Long received = count(row, "received");
        Long procedures = count(row, "procedures");
        Long feeProcedures = count(row, "fee_procedures");
        Long petitions = count(row, "petitions");
        Map<IndexMetric, Share> shares = new EnumMap<>(IndexMetric.class);
        shares.put(
                IndexMetric.PUBLISH_ON_TIME, Share.of(count(row, "published_on_time"), count(row, "publications_due")));
        shares.put(
                IndexMetric.PUBLIC_UPDATE_ON_TIME, Share.of(count(row, "updated_on_time"), count(row, "updates_due")));
        shares.put(
                IndexMetric.PUBLIC_CONTENT_FULL,
                Share.of(count(row, "contents_complete"), count(row, "contents_checked")));
        shares.put(
                IndexMetric.DOSSIER_SYNC,
                Share.ofLarger(count(row, "synced"), count(row, "national_received"), count(row, "portal_received")));
        shares.put(IndexMetric.TDGQ, Share.of(count(row, "in_time"), received));
        shares.put(IndexMetric.ONLINE_FORMALITY, Share.of(count(row, "online_procedures"), procedures));
        shares.put(
                IndexMetric.ONLINE_FORMALITY_USED,
                Share.of(count(row, "online_procedures_used"), count(row, "online_procedures")));
        shares.put(IndexMetric.ONLINE_DOSSIER, Share.of(count(row, "online"), received));
        shares.put(
                IndexMetric.ONLINE_PAYMENT_DOSSIER,
                Share.of(count(row, "paid_online_of_fee"), count(row, "fee_required")));
        shares.put(
                IndexMetric.ONLINE_PAYMENT_FORMALITY,
                new Share(count(row, "fee_procedures_paid_online"), feeProcedures, count(row, "fee_procedures_used")));
        shares.put(
                IndexMetric.PAYMENT_FORMALITY_PROVIDED, Share.of(count(row, "fee_procedures_online"), feeProcedures));
        shares.put(
                IndexMetric.ORIGINAL_RESULT_AVAILABLE,
                new Share(count(row, "electronic_result"), received, count(row, "finished")));
        shares.put(IndexMetric.SO_HOA_GIAY_TO_GIAI_QUYET, Share.of(count(row, "digitised"), received));
        shares.put(
                IndexMetric.ELECTRONIC_CERTIFIED_COPY,
                Share.of(count(row, "certified_copies"), count(row, "certified_copies_due")));
        shares.put(IndexMetric.REUSED_DIGITIZED_DATA, Share.of(count(row, "reused"), received));
        shares.put(IndexMetric.SYNCED_WITH_DVCQG_PERSONAL_STORAGE, Share.of(count(row, "citizen_store"), received));
        shares.put(IndexMetric.CITIZEN_DATA_CONNECTED_DOSSIER, Share.of(count(row, "population_data"), received));
        shares.put(
                IndexMetric.CITIZEN_DATA_CONNECTED_FORMALITY,
                Share.of(count(row, "population_procedures"), procedures));
        shares.put(IndexMetric.PETITION_PROCESSING_ON_TIME, Share.of(count(row, "petitions_on_time"), petitions));
        shares.put(IndexMetric.PETITION_HANDLING_SATISFACTION, Share.of(count(row, "petitions_satisfied"), petitions));
        shares.put(IndexMetric.DOSSIER_RECEIVING_SATISFACTION, Share.of(count(row, "content"), received));
        return shares;
    }

    private static @Nullable Long count(ResultSet row, String column) throws SQLException {
        long count = row.getLong(column);
        return row.wasNull() ? null : count;
    }
}
