package org.lienthong.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.export.ReportQuery.Statement;

/** Writes a whole report, row by row from the cursor of the database: a million rows need no more memory than a few. */
public final class Exporter {

    private static final int ROWS_AT_A_TIME = 1_000;

    private final DataSource database;

    public Exporter(DataSource database) {
        this.database = database;
    }

    /** Where the file goes; opened once the database has answered, so that a refusal can still be told. */
    public interface Destination {
        OutputStream open() throws IOException;
    }

    /**
     * Writes the report; the stream is flushed and left open.
     *
     * @return number of rows
     * @throws IOException when the destination takes no more; the file is then not complete
     */
    public long export(Statement report, ExportFormat format, Destination destination)
            throws SQLException, IOException {
        try (Connection connection = database.getConnection()) {
            // A cursor lives within a transaction; the pool rolls it back and sets the mode again.
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(report.sql())) {
                statement.setFetchSize(ROWS_AT_A_TIME);
                Object[] values = report.values();
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                try (ResultSet rows = statement.executeQuery()) {
                    return write(rows, format, destination.open());
                }
            }
        }
    }

    private static long write(ResultSet rows, ExportFormat format, OutputStream out) throws SQLException, IOException {
        List<Column> columns = Column.of(rows.getMetaData());
        RowWriter writer = format.open(out, columns);
        long count = 0;
        while (rows.next()) {
            @Nullable Object[] cells = new @Nullable Object[columns.size()];
            for (int i = 0; i < cells.length; i++) {
                cells[i] = columns.get(i).read(rows, i + 1);
            }
            writer.row(cells);
            count++;
        }
        writer.end();
        out.flush();
        return count;
    }
}
