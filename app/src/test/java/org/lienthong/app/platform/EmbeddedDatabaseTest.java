package org.lienthong.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.reporting.database.DatabaseSettings;

class EmbeddedDatabaseTest {

    private static final int STARTED_LINE = 2;

    @TempDir
    Path directory;

    @Test
    void aServerThatOnlyHasTheNumberOfAFormerOneIsLeftAlone() throws IOException, SQLException {
        try (EmbeddedDatabase other = EmbeddedDatabase.start(directory.resolve("other"))) {
            List<String> pidFile = new ArrayList<>(Files.readAllLines(directory.resolve("other/postmaster.pid")));
            pidFile.set(STARTED_LINE, "1000000000");
            Files.write(Files.createDirectory(directory.resolve("own")).resolve("postmaster.pid"), pidFile);

            try (EmbeddedDatabase own = EmbeddedDatabase.start(directory.resolve("own"))) {
                assertThat(answers(own)).isTrue();
                assertThat(answers(other)).isTrue();
            }
        }
    }

    private static boolean answers(EmbeddedDatabase database) throws SQLException {
        DatabaseSettings settings = database.settings();
        try (Connection connection =
                DriverManager.getConnection(settings.url(), settings.user(), settings.password())) {
            return connection.isValid(1);
        }
    }
}
