package org.lienthong.reporting.index;

import org.lienthong.reporting.figures.MapChoice;

/**
 * The statements that count what the index is made of: one row per target with every count. Each starts from
 * {@code wanted}, one row with what is asked for; {@code cells} and {@code reports} are what falls under each target.
 *
 * <p>A year of a province is some hundred thousand cells, so the planner has to see what is asked for: the first steps
 * are not materialized, and days are excluded ({@code IS NOT TRUE}) rather than included, since nearly every cell of a
 * unit falls within them.
 */
final class IndexSql {

    static final String WANTED = """
            WITH RECURSIVE wanted AS NOT MATERIALIZED (
                SELECT ?::text AS code, ?::date AS valid_from, ?::date AS map_day, ?::date AS first, ?::date AS last),
            """;

    static final String ONE_UNIT = """
            targets AS NOT MATERIALIZED (
                SELECT u.code AS target, u.valid_from AS since, u.level
                FROM wanted w JOIN lienthong.units u USING (code, valid_from)),
            """;

    /** {@code code} is the level, {@code valid_from} the day. */
    private static final String UNITS_OF_LEVEL = """
            targets AS NOT MATERIALIZED (
                SELECT u.code AS target, u.valid_from AS since, u.level
                FROM wanted w JOIN lienthong.units u ON u.level = w.code
                    AND w.valid_from BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity')),
            """;

    /** {@code code} is the id of the agency. */
    private static final String AGENCY = """
            targets AS NOT MATERIALIZED (SELECT code AS target, date 'epoch' AS since, NULL AS level FROM wanted),
            below AS (
                SELECT code AS target, date 'epoch' AS since, code AS id FROM wanted
                UNION
                SELECT b.target, b.since, a.id FROM below b JOIN lienthong.agencies a ON a.parent_id = b.id),
            """;

    /** Which dated units count under a target, and on which days: as filed, what stood above each on its day. */
    private static final String FILED = """
            scope AS NOT MATERIALIZED (
                SELECT g.target, g.since, t.code, t.valid_from, m.map_from AS first_day, m.map_to AS last_day
                FROM targets g
                    JOIN lienthong.unit_tree t ON (t.above_code, t.above_valid_from) = (g.target, g.since)
                    JOIN lienthong.maps m ON m.map_from = t.map_from),
            """;

    /** On the map of a day, each unit of every time counts under what it became there. */
    private static final String RESTATED = """
            scope AS NOT MATERIALIZED (
                SELECT g.target, g.since, u.code, u.valid_from, u.valid_from AS first_day,
                    coalesce(u.valid_to, 'infinity') AS last_day
                FROM wanted w CROSS JOIN targets g
                    JOIN lienthong.unit_tree t ON (t.above_code, t.above_valid_from) = (g.target, g.since)
                        AND t.map_from = (SELECT max(map_from) FROM lienthong.maps WHERE map_from <= w.map_day)
                    JOIN lienthong.unit_maps m ON m.map_from = t.map_from
                        AND (m.target_code, m.target_valid_from) = (t.code, t.valid_from)
                    JOIN lienthong.units u ON (u.code, u.valid_from) = (m.code, m.valid_from)),
            """;

    private static final String OF_UNITS = """
            cells AS (
                SELECT s.target, s.since, c.*
                FROM wanted w CROSS JOIN scope s
                    JOIN lienthong.figure_cells c ON (c.unit_code, c.unit_valid_from) = (s.code, s.valid_from)
                        AND (greatest(c.month, c.unit_valid_from) < s.first_day) IS NOT TRUE
                        AND (c.month > s.last_day) IS NOT TRUE
                WHERE c.month BETWEEN w.first AND w.last),
            reports AS (
                SELECT s.target, s.since, r.*
                FROM wanted w CROSS JOIN lienthong.service_report_units r
                    JOIN scope s ON s.code = r.unit_code
                        AND (s.code, s.valid_from) = (r.dated_code, r.dated_valid_from)
                        AND r.counts_on BETWEEN s.first_day AND s.last_day
                WHERE r.month BETWEEN w.first AND w.last),
            """;

    private static final String OF_AGENCY = """
            cells AS (
                SELECT b.target, b.since, c.*
                FROM wanted w CROSS JOIN below b JOIN lienthong.figure_cells c ON c.agency_id = b.id
                WHERE c.month BETWEEN w.first AND w.last),
            reports AS (
                SELECT b.target, b.since, r.*
                FROM wanted w CROSS JOIN below b JOIN lienthong.service_reports r ON r.agency_id = b.id
                WHERE r.month BETWEEN w.first AND w.last),
            """;

    private static final String COUNTS = """
            by_procedure AS (
                SELECT target, since, procedure_code, sum(received) AS received, sum(on_time + late) AS finished,
                    sum(received - late - overdue) AS in_time, sum(online) AS online,
                    sum(fee_required) AS fee_required, sum(paid_online_of_fee) AS paid_online_of_fee,
                    sum(electronic_result) AS electronic_result, sum(digitised) AS digitised, sum(reused) AS reused,
                    sum(citizen_store) AS citizen_store, sum(population_data) AS population_data,
                    sum(received - late - overdue - rated + satisfied) AS content
                FROM cells GROUP BY target, since, procedure_code),
            dossiers AS (
                SELECT target, since, sum(received) AS received, sum(finished) AS finished, sum(in_time) AS in_time,
                    sum(online) AS online, sum(fee_required) AS fee_required,
                    sum(paid_online_of_fee) AS paid_online_of_fee, sum(electronic_result) AS electronic_result,
                    sum(digitised) AS digitised, sum(reused) AS reused, sum(citizen_store) AS citizen_store,
                    sum(population_data) AS population_data, greatest(0, sum(content)) AS content
                FROM by_procedure GROUP BY target, since),
            of_level AS (
                SELECT g.level, count(*) AS procedures, count(*) FILTER (WHERE p.online) AS online,
                    count(*) FILTER (WHERE p.fee) AS fee, count(*) FILTER (WHERE p.fee AND p.online) AS fee_online
                FROM (SELECT DISTINCT level FROM targets) AS g
                    JOIN lienthong.procedures p ON lienthong.handles_procedures(g.level, p.level)
                GROUP BY g.level),
            met AS (
                SELECT b.*, p.online AS is_online, p.fee AS has_fee,
                    lienthong.handles_procedures(g.level, p.level) IS NOT TRUE AS other
                FROM targets g JOIN by_procedure b USING (target, since)
                    JOIN lienthong.procedures p ON p.code = b.procedure_code
                WHERE b.received > 0),
            used AS (
                SELECT target, since, count(*) FILTER (WHERE other) AS procedures,
                    count(*) FILTER (WHERE other AND is_online) AS online,
                    count(*) FILTER (WHERE other AND has_fee) AS fee,
                    count(*) FILTER (WHERE other AND has_fee AND is_online) AS fee_online,
                    count(*) FILTER (WHERE is_online AND online > 0) AS online_used,
                    count(*) FILTER (WHERE has_fee AND fee_required > 0) AS fee_used,
                    count(*) FILTER (WHERE has_fee AND paid_online_of_fee > 0) AS fee_paid_online,
                    count(*) FILTER (WHERE population_data > 0) AS population
                FROM met GROUP BY target, since),
            handled AS (
                SELECT g.target, g.since, coalesce(l.procedures, 0) + coalesce(u.procedures, 0) AS procedures,
                    coalesce(l.online, 0) + coalesce(u.online, 0) AS online_procedures,
                    coalesce(l.fee, 0) + coalesce(u.fee, 0) AS fee_procedures,
                    coalesce(l.fee_online, 0) + coalesce(u.fee_online, 0) AS fee_procedures_online,
                    coalesce(u.online_used, 0) AS online_procedures_used, coalesce(u.fee_used, 0) AS fee_procedures_used,
                    coalesce(u.fee_paid_online, 0) AS fee_procedures_paid_online,
                    coalesce(u.population, 0) AS population_procedures
                FROM targets g LEFT JOIN of_level l USING (level) LEFT JOIN used u USING (target, since)),
            stated AS (
                SELECT target, since,
                    sum(publications_due) AS publications_due,
                    sum(published_on_time) FILTER (WHERE publications_due IS NOT NULL) AS published_on_time,
                    sum(updates_due) AS updates_due,
                    sum(updated_on_time) FILTER (WHERE updates_due IS NOT NULL) AS updated_on_time,
                    sum(contents_checked) AS contents_checked,
                    sum(contents_complete) FILTER (WHERE contents_checked IS NOT NULL) AS contents_complete,
                    sum(national_received) AS national_received, sum(portal_received) AS portal_received,
                    sum(synced) AS synced,
                    sum(certified_copies_due) AS certified_copies_due,
                    sum(certified_copies) FILTER (WHERE certified_copies_due IS NOT NULL) AS certified_copies,
                    sum(petitions) AS petitions,
                    sum(petitions_on_time) FILTER (WHERE petitions IS NOT NULL) AS petitions_on_time,
                    sum(petitions_satisfied) FILTER (WHERE petitions IS NOT NULL) AS petitions_satisfied
                FROM reports GROUP BY target, since)
            SELECT * FROM targets
                LEFT JOIN dossiers USING (target, since)
                LEFT JOIN handled USING (target, since)
                LEFT JOIN stated USING (target, since)
            ORDER BY target, since
            """;

    private IndexSql() {}

    static String ofUnit(MapChoice map) {
        return WANTED + ONE_UNIT + scope(map) + OF_UNITS + COUNTS;
    }

    static String ofLevel(MapChoice map) {
        return WANTED + UNITS_OF_LEVEL + scope(map) + OF_UNITS + COUNTS;
    }

    static String ofAgency() {
        return WANTED + AGENCY + OF_AGENCY + COUNTS;
    }

    /** See {@link #FILED} and {@link #RESTATED}. */
    static String scope(MapChoice map) {
        return map.day() == null ? FILED : RESTATED;
    }
}
