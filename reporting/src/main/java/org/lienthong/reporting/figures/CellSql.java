package org.lienthong.reporting.figures;

import java.util.stream.Collectors;

/**
 * The statements that add cells up. Each starts from {@code wanted}, one row with what is asked for, and from
 * {@code cells}, the rows that fall under it: the roll-up along the tree of units is a join, on whichever map.
 *
 * <p>Which units these are is found out first ({@code MATERIALIZED}): they are few, and in one join with their cells
 * the planner, which cannot know that, reads all cells for each of them.
 */
final class CellSql {

    private static final String WANTED = """
            WITH RECURSIVE wanted AS (
                SELECT ?::text AS code, ?::date AS valid_from, ?::date AS map_day, ?::date AS first, ?::date AS last,
                    ?::text AS wanted_sector, ?::text AS wanted_procedure, ?::text AS wanted_channel,
                    ?::text AS wanted_agency),
            """;

    private static final String COARSE_MATCH = """
            (w.first IS NULL OR c.month >= w.first) AND (w.last IS NULL OR c.month <= w.last)
            AND (w.wanted_sector IS NULL OR c.sector = w.wanted_sector)""";

    private static final String MATCH = COARSE_MATCH + """

            AND (w.wanted_procedure IS NULL OR c.procedure_code = w.wanted_procedure)
            AND (w.wanted_channel IS NULL OR c.channel = w.wanted_channel)
            AND (w.wanted_agency IS NULL OR c.agency_id = w.wanted_agency)""";

    /** Each dossier under the unit of its day, and what stood above that in the month of filing. */
    private static final String FILED = """
            FROM wanted w
                JOIN lienthong.unit_tree t ON (t.above_code, t.above_valid_from) = (w.code, w.valid_from)
                JOIN lienthong.maps m ON m.map_from = t.map_from
                JOIN lienthong.figure_cells c ON (c.unit_code, c.unit_valid_from) = (t.code, t.valid_from)
                    AND greatest(c.month, c.unit_valid_from) BETWEEN m.map_from AND m.map_to
            """;

    /** The units of any time whose own dossiers count under the unit: they became it, or one below it, on the map. */
    private static final String SOURCES = """
            sources AS MATERIALIZED (
                SELECT m.code, m.valid_from, m.divided, %s AS child
                FROM wanted w
                    JOIN lienthong.unit_tree t ON (t.above_code, t.above_valid_from) = (w.code, w.valid_from)
                        AND t.map_from = (SELECT max(map_from) FROM lienthong.maps WHERE map_from <= w.map_day)
                    JOIN lienthong.unit_maps m ON m.map_from = t.map_from
                        AND (m.target_code, m.target_valid_from) = (t.code, t.valid_from)
                %s),
            """;

    private static final String OF_SOURCES = """
            FROM wanted w, sources s JOIN lienthong.%s c ON (c.unit_code, c.unit_valid_from) = (s.code, s.valid_from)
            """;

    /** What the stream has added up for such a unit is its own dossiers, in a row where there are ten or more cells. */
    private static final String NOTHING_BELOW = """
            NOT EXISTS (
                SELECT FROM lienthong.unit_tree b
                WHERE (b.above_code, b.above_valid_from) = (s.code, s.valid_from) AND b.depth > 0)""";

    private static final String UNKNOWN_UNIT = """
            FROM wanted w JOIN lienthong.figure_cells c ON (c.unit_code, c.unit_valid_from) = (w.code, w.valid_from)
            """;

    private static final String CHILDREN = """
            children AS MATERIALIZED (
                SELECT u.code, u.valid_from
                FROM wanted w
                    LEFT JOIN lienthong.units p ON (p.code, p.valid_from) = (w.code, w.valid_from)
                    JOIN lienthong.units u
                        ON (u.parent_code = w.code OR u.code = ANY (p.members))
                        AND u.valid_from <= coalesce(p.valid_to, 'infinity')
                        AND coalesce(u.valid_to, 'infinity') >= p.valid_from
                WHERE w.map_day IS NULL OR w.map_day BETWEEN u.valid_from AND coalesce(u.valid_to, 'infinity')),
            """;

    private static final String OF_CHILD = """
            JOIN lienthong.unit_tree k ON k.map_from = t.map_from AND (k.code, k.valid_from) = (t.code, t.valid_from)
                AND (k.above_code, k.above_valid_from) IN (SELECT * FROM children)
            """;

    private static final String SUM_UP = """
            sums AS (SELECT name, coalesce(sum(received) FILTER (WHERE divided), 0)::bigint AS divided_received, %s
                FROM cells GROUP BY name),
            bins AS (
                SELECT name, array_agg(bin) AS bins, array_agg(count) AS bin_counts
                FROM (SELECT name, bin, sum(count)::bigint AS count
                    FROM cells, unnest(time_bins, time_counts) AS b (bin, count) GROUP BY name, bin) AS b
                GROUP BY name)
            SELECT * FROM sums LEFT JOIN bins USING (name) ORDER BY name
            """.formatted(Figures.SUMS);

    /** What is summed of a cell, or of a row that the stream has added up. */
    private static final String SUMMED =
            Figures.COLUMNS.stream().map(column -> "c." + column + ", ").collect(Collectors.joining())
                    + "c.time_bins, c.time_counts";

    private static final String CHILD = "k.above_code || '@' || k.above_valid_from";

    private CellSql() {}

    /**
     * Figures of a unit and everything below it.
     *
     * @param coarse neither the filter nor the grouping asks for a procedure, channel or agency
     */
    static String ofUnit(MapChoice map, Grouping by, boolean coarse) {
        if (map.day() == null) {
            return WANTED + cells(select(by.expression(), "false", FILED, MATCH)) + SUM_UP;
        }
        return WANTED + SOURCES.formatted("NULL", "") + cells(restated(by.expression(), coarse)) + SUM_UP;
    }

    /** The same as filed, from what the stream has added up already: not by procedure, channel or agency. */
    static String ofUnitCoarse(Grouping by) {
        String from = """
                FROM wanted w
                    JOIN lienthong.unit_statistics c ON (c.unit_code, c.unit_valid_from) = (w.code, w.valid_from)
                """;
        return WANTED + cells(select(by.expression(), "false", from, COARSE_MATCH)) + SUM_UP;
    }

    /** Figures of a code that the reference data do not know. */
    static String ofUnknownUnit(Grouping by) {
        return WANTED + cells(select(by.expression(), "false", UNKNOWN_UNIT, MATCH)) + SUM_UP;
    }

    /** Figures of each unit directly below, named {@code code@valid_from}. */
    static String ofChildren(MapChoice map, boolean coarse) {
        if (map.day() == null) {
            return WANTED + CHILDREN + cells(select(CHILD, "false", FILED + OF_CHILD, MATCH)) + SUM_UP;
        }
        return WANTED + CHILDREN + SOURCES.formatted(CHILD, OF_CHILD) + cells(restated("s.child", coarse)) + SUM_UP;
    }

    /** The same as filed, from what the stream has added up already. */
    static String ofChildrenCoarse() {
        String from = """
                FROM wanted w, children k
                    JOIN lienthong.unit_statistics c ON (c.unit_code, c.unit_valid_from) = (k.code, k.valid_from)
                """;
        return WANTED + CHILDREN + cells(select("k.code || '@' || k.valid_from", "false", from, COARSE_MATCH)) + SUM_UP;
    }

    /** Figures of what an agency and those below it hold; {@code code} is the id of the agency. */
    static String ofAgency(Grouping by) {
        String below = """
                below AS (
                    SELECT code AS id FROM wanted
                    UNION
                    SELECT a.id FROM below b JOIN lienthong.agencies a ON a.parent_id = b.id),
                """;
        String from = "FROM wanted w, below b JOIN lienthong.figure_cells c ON c.agency_id = b.id\n";
        return WANTED + below + cells(select(by.expression(), "false", from, MATCH)) + SUM_UP;
    }

    /** The cells of all sources; of those with nothing below, where that will do, what is added up already. */
    private static String restated(String name, boolean coarse) {
        String fine = OF_SOURCES.formatted("figure_cells");
        if (!coarse) {
            return select(name, "s.divided", fine, MATCH);
        }
        String addedUp = OF_SOURCES.formatted("unit_statistics");
        return select(name, "s.divided", addedUp, COARSE_MATCH + "\nAND " + NOTHING_BELOW)
                + "\nUNION ALL\n"
                + select(name, "s.divided", fine, COARSE_MATCH + "\nAND NOT " + NOTHING_BELOW);
    }

    private static String select(String name, String divided, String from, String match) {
        return "SELECT " + SUMMED + ", " + name + " AS name, " + divided + " AS divided\n" + from + "WHERE " + match;
    }

    private static String cells(String rows) {
        return "cells AS (" + rows + "),\n";
    }
}
