package org.lienthong.reporting.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lienthong.reporting.sink.SinkRows;
import org.lienthong.reporting.testing.DatabaseExtension;
import org.lienthong.reporting.testing.DiLinh;

/** What whoever has a login in the reading role finds, and what not. */
class SqlForAnalystsTest {

    @RegisterExtension
    static final DatabaseExtension DATABASE = new DatabaseExtension();

    @BeforeAll
    static void fill() {
        DiLinh.load(new SinkRows(DATABASE.database().dataSource()));
    }

    @Test
    void everyTableViewAndColumnIsExplained() {
        assertThat(DATABASE.strings("""
                        SELECT c.relname || coalesce('.' || a.attname, '')
                        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                        WHERE n.nspname IN ('lienthong', 'lienthong_private') AND c.relkind IN ('r', 'v')
                            AND c.relname <> 'flyway_schema_history'
                            AND (obj_description(c.oid) IS NULL OR col_description(c.oid, a.attnum) IS NULL)
                        """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dossiers_today",
                "overdue_dossiers",
                "monthly_figures",
                "figures_on_current_map",
                "figures_by_agency",
                "quality_by_agency",
                "agencies_last_heard",
                "permits_today",
                "service_index_counts",
                "units",
                "figure_cells"
            })
    void theReaderReads(String relation) throws SQLException {
        asReader("SELECT * FROM lienthong." + relation + " LIMIT 5");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM lienthong_private.dossier_details",
                "SELECT * FROM lienthong_private.claim_values",
                "UPDATE lienthong.dossiers SET status = NULL",
                "DELETE FROM lienthong.receipts",
                "CREATE TABLE lienthong.mine (n int)"
            })
    void theReaderNeitherSeesPersonalDataNorChangesAnything(String sql) {
        assertThatThrownBy(() -> asReader(sql))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    @Test
    void aUnitHasTheSameInTheViewAsInTheTable() {
        assertThat(DATABASE.number("SELECT sum(received) FROM lienthong.monthly_figures WHERE unit_code = '679'"))
                .isEqualTo(
                        DATABASE.number("SELECT sum(received) FROM lienthong.unit_statistics WHERE unit_code = '679'"));
    }

    @Test
    void aDossierHasTheNamesOfItsDay() {
        assertThat(DATABASE.strings("SELECT unit_name, unit_valid_from, procedure_name FROM lienthong.dossiers_today"))
                .containsExactly("Xã Di Linh|2025-07-01|Cấp giấy phép xây dựng nhà ở riêng lẻ");
    }

    private static void asReader(String sql) throws SQLException {
        try (Connection connection = DATABASE.database().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL ROLE lienthong_reader");
            statement.execute(sql);
            connection.rollback();
        }
    }
}
