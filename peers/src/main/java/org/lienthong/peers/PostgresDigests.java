package org.lienthong.peers;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lienthong.benchmarks.engines.Digests;
import org.lienthong.reporting.digest.TableDigest;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.TimeBin;
import org.lienthong.schemas.statistics.UnitStatistics;

/** Reads the results back. */
final class PostgresDigests {

    private static final Figures NOTHING = new Figures();

    private PostgresDigests() {}

    static Digests read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new Digests(
                    records(statement).digest(),
                    statistics(statement, times(statement)).digest());
        }
    }

    private static TableDigest records(Statement statement) throws SQLException {
        TableDigest digest = new TableDigest();
        try (ResultSet rows = statement.executeQuery("SELECT code, record FROM dossier")) {
            while (rows.next()) {
                digest.put(rows.getString(1), Rules.own().read(rows.getBytes(2)));
            }
        }
        return digest;
    }

    private static Map<String, List<TimeBin>> times(Statement statement) throws SQLException {
        Map<String, List<TimeBin>> times = new HashMap<>();
        try (ResultSet rows =
                statement.executeQuery("SELECT key, bin, count FROM working_time WHERE count <> 0 ORDER BY key, bin")) {
            while (rows.next()) {
                times.computeIfAbsent(rows.getString(1), key -> new ArrayList<>())
                        .add(new TimeBin(rows.getInt(2), rows.getLong(3)));
            }
        }
        return times;
    }

    private static TableDigest statistics(Statement statement, Map<String, List<TimeBin>> times) throws SQLException {
        TableDigest digest = new TableDigest();
        String query = "SELECT key, unit_code, valid_from, sector, month, level, " + SqlFigures.each("%s")
                + " FROM statistics";
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                Figures figures = new Figures();
                for (int i = 0; i < SqlFigures.COUNT; i++) {
                    figures.put(i, rows.getLong(7 + i));
                }
                String level = rows.getString("level");
                if (!figures.equals(NOTHING)) {
                    digest.put(
                            rows.getString("key"),
                            new UnitStatistics(
                                    rows.getString("unit_code"),
                                    rows.getObject("valid_from", LocalDate.class),
                                    Sector.valueOf(rows.getString("sector")),
                                    rows.getString("month"),
                                    level == null ? null : UnitLevel.valueOf(level),
                                    figures,
                                    times.getOrDefault(rows.getString("key"), List.of())));
                }
            }
        }
        return digest;
    }
}
