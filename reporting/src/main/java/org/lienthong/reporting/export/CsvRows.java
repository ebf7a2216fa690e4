package org.lienthong.reporting.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** RFC 4180 in UTF-8, with the mark by which Excel knows it. */
final class CsvRows implements RowWriter {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final CSVPrinter printer;

    CsvRows(OutputStream out, List<Column> columns) throws IOException {
        BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(columns.stream().map(Column::name).toList());
    }

    @Override
    public void row(@Nullable Object[] cells) throws IOException {
        for (Object cell : cells) {
            printer.print(text(cell));
        }
        printer.println();
    }

    @Override
    public void end() throws IOException {
        printer.flush();
    }

    private static @Nullable Object text(@Nullable Object cell) {
        if (cell instanceof String text) {
            return CellRules.defused(text);
        }
        return cell instanceof Instant time ? CellRules.time(time) : cell;
    }
}
