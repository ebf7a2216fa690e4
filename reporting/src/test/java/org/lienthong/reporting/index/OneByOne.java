package org.lienthong.reporting.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.index.ServiceYear.Filed;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.readiness.ServiceReport;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.statistics.Figures;

/** What the decision counts, told once more: of dossiers and statements one by one instead of sums. */
final class OneByOne {

    private OneByOne() {}

    /** @param level of the unit; null: of an agency, which has no procedures of its own */
    static Map<IndexMetric, Share> shares(
            ServiceYear year, Predicate<Filed> which, Predicate<ServiceReport> whose, @Nullable UnitLevel level) {
        List<Filed> dossiers = year.dossiers().stream().filter(which).toList();
        List<ServiceReport> reports = year.reports().stream().filter(whose).toList();
        List<Procedure> procedures = year.procedures().stream()
                .filter(p -> handles(level, p.getLevel())
                        || dossiers.stream()
                                .anyMatch(d -> d.record().getProcedureCode().equals(p.getCode())))
                .toList();
        Long received = dossiers.isEmpty() ? null : (long) dossiers.size();
        Map<IndexMetric, Share> shares = new EnumMap<>(IndexMetric.class);
        shares.put(IndexMetric.PUBLISH_ON_TIME, stated(reports, "publishedOnTime", "publicationsDue"));
        shares.put(IndexMetric.PUBLIC_UPDATE_ON_TIME, stated(reports, "updatedOnTime", "updatesDue"));
        shares.put(IndexMetric.PUBLIC_CONTENT_FULL, stated(reports, "contentsComplete", "contentsChecked"));
        shares.put(
                IndexMetric.DOSSIER_SYNC,
                Share.ofLarger(
                        sum(reports, "synced"), sum(reports, "nationalReceived"), sum(reports, "portalReceived")));
        shares.put(IndexMetric.TDGQ, Share.of(count(dossiers, OneByOne::isInTime), received));
        List<Procedure> online =
                procedures.stream().filter(Procedure::getOnline).toList();
        shares.put(IndexMetric.ONLINE_FORMALITY, procedures(online, procedures));
        shares.put(
                IndexMetric.ONLINE_FORMALITY_USED,
                procedures(used(online, dossiers, d -> d.record().getChannel() == Channel.ONLINE), online));
        shares.put(
                IndexMetric.ONLINE_DOSSIER,
                Share.of(count(dossiers, d -> d.record().getChannel() == Channel.ONLINE), received));
        shares.put(
                IndexMetric.ONLINE_PAYMENT_DOSSIER,
                Share.of(count(dossiers, d -> d.record().getPaidOnline()), count(dossiers, OneByOne::owesFee)));
        List<Procedure> fee = procedures.stream().filter(Procedure::getFee).toList();
        Share paid = procedures(used(fee, dossiers, d -> d.record().getPaidOnline()), fee);
        shares.put(
                IndexMetric.ONLINE_PAYMENT_FORMALITY,
                new Share(
                        paid.numerator(),
                        paid.denominator(),
                        paid.denominator() == null
                                ? null
                                : (long) used(fee, dossiers, OneByOne::owesFee).size()));
        shares.put(
                IndexMetric.PAYMENT_FORMALITY_PROVIDED,
                procedures(fee.stream().filter(Procedure::getOnline).toList(), fee));
        shares.put(
                IndexMetric.ORIGINAL_RESULT_AVAILABLE,
                new Share(
                        count(dossiers, d -> isFinished(d) && d.record().getElectronicResult()),
                        received,
                        count(dossiers, OneByOne::isFinished)));
        shares.put(
                IndexMetric.SO_HOA_GIAY_TO_GIAI_QUYET,
                Share.of(count(dossiers, d -> d.record().getPapersDigitised() > 0), received));
        shares.put(IndexMetric.ELECTRONIC_CERTIFIED_COPY, stated(reports, "certifiedCopies", "certifiedCopiesDue"));
        shares.put(
                IndexMetric.REUSED_DIGITIZED_DATA,
                Share.of(count(dossiers, d -> d.record().getPapersReused() > 0), received));
        shares.put(
                IndexMetric.SYNCED_WITH_DVCQG_PERSONAL_STORAGE,
                Share.of(count(dossiers, d -> d.record().getCitizenStore()), received));
        shares.put(
                IndexMetric.CITIZEN_DATA_CONNECTED_DOSSIER,
                Share.of(count(dossiers, d -> d.record().getPopulationData()), received));
        shares.put(
                IndexMetric.CITIZEN_DATA_CONNECTED_FORMALITY,
                procedures(used(procedures, dossiers, d -> d.record().getPopulationData()), procedures));
        shares.put(IndexMetric.PETITION_PROCESSING_ON_TIME, stated(reports, "petitionsOnTime", "petitions"));
        shares.put(IndexMetric.PETITION_HANDLING_SATISFACTION, stated(reports, "petitionsSatisfied", "petitions"));
        Long inTime = count(dossiers, OneByOne::isInTime);
        Long disliked = count(
                dossiers, d -> d.record().getRating() != null && d.record().getRating() < 4);
        shares.put(
                IndexMetric.DOSSIER_RECEIVING_SATISFACTION,
                Share.of(inTime == null || disliked == null ? null : Math.max(0, inTime - disliked), received));
        return shares;
    }

    private static boolean isInTime(Filed filed) {
        Figures figures = filed.figures();
        return figures.getLate() + figures.getOverdue() == 0;
    }

    private static boolean isFinished(Filed filed) {
        return filed.record().getFinishedAt() != null;
    }

    private static boolean owesFee(Filed filed) {
        return filed.record().getFeesRequested().signum() > 0;
    }

    private static @Nullable Long count(List<Filed> dossiers, Predicate<Filed> which) {
        return dossiers.isEmpty() ? null : dossiers.stream().filter(which).count();
    }

    private static List<Procedure> used(List<Procedure> procedures, List<Filed> dossiers, Predicate<Filed> how) {
        Set<String> codes = new HashSet<>();
        dossiers.stream().filter(how).forEach(filed -> codes.add(filed.record().getProcedureCode()));
        return procedures.stream().filter(p -> codes.contains(p.getCode())).toList();
    }

    /** Where a target has no procedures at all, nothing is known of them. */
    private static Share procedures(List<Procedure> some, List<Procedure> of) {
        return Share.of((long) some.size(), (long) of.size());
    }

    private static Share stated(List<ServiceReport> reports, String numerator, String denominator) {
        return Share.of(
                sum(reports.stream().filter(r -> r.get(denominator) != null).toList(), numerator),
                sum(reports, denominator));
    }

    private static @Nullable Long sum(List<ServiceReport> reports, String field) {
        List<Long> stated = new ArrayList<>();
        for (ServiceReport report : reports) {
            if (report.get(field) instanceof Long count) {
                stated.add(count);
            }
        }
        return stated.isEmpty()
                ? null
                : stated.stream().mapToLong(Long::longValue).sum();
    }

    private static boolean handles(@Nullable UnitLevel unit, UnitLevel procedure) {
        List<UnitLevel> levels =
                Arrays.asList(UnitLevel.COUNTRY, UnitLevel.PROVINCE, UnitLevel.DISTRICT, UnitLevel.COMMUNE);
        return unit != null
                && levels.indexOf(procedure) >= levels.indexOf(unit == UnitLevel.AREA ? UnitLevel.COMMUNE : unit);
    }
}
