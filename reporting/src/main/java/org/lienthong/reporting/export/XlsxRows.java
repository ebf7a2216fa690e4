package org.lienthong.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.calendar.WorkingTime;

/** An Excel workbook; what exceeds the rows of a sheet goes on in another one. */
final class XlsxRows implements RowWriter {

    private static final int ROWS_BETWEEN_FLUSHES = 1_000;
    /** Of a cell; Excel refuses a file with more. */
    private static final int LONGEST_TEXT = 32_767;

    private final Workbook workbook;
    private final List<Column> columns;
    private final int rowsOfSheet;
    private int sheets;
    private Worksheet sheet;
    private int row;

    XlsxRows(OutputStream out, List<Column> columns) throws IOException {
        this(out, columns, Worksheet.MAX_ROWS);
    }

    XlsxRows(OutputStream out, List<Column> columns, int rowsOfSheet) throws IOException {
        this.workbook = new Workbook(out, "LienThong", null);
        this.columns = columns;
        this.rowsOfSheet = rowsOfSheet;
        this.sheet = nextSheet();
    }

    @Override
    public void row(@Nullable Object[] cells) throws IOException {
        if (row == rowsOfSheet) {
            sheet.finish();
            sheet = nextSheet();
        }
        for (int i = 0; i < cells.length; i++) {
            cell(i, cells[i]);
        }
        row++;
        if (row % ROWS_BETWEEN_FLUSHES == 0) {
            sheet.flush();
        }
    }

    @Override
    public void end() throws IOException {
        sheet.finish();
        workbook.finish();
    }

    private Worksheet nextSheet() {
        sheets++;
        Worksheet next = workbook.newWorksheet("Sheet" + sheets);
        next.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            next.inlineString(0, i, columns.get(i).name());
        }
        row = 1;
        return next;
    }

    private void cell(int column, @Nullable Object cell) {
        // Inline, because shared strings are all kept in memory to the end.
        if (cell instanceof String text) {
            sheet.inlineString(row, column, printable(text));
        } else if (cell instanceof Long || cell instanceof Double || cell instanceof BigDecimal) {
            sheet.value(row, column, (Number) cell);
        } else if (cell instanceof Boolean flag) {
            sheet.value(row, column, flag);
        } else if (cell instanceof LocalDate day) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (cell instanceof Instant time) {
            sheet.value(row, column, LocalDateTime.ofInstant(time, WorkingTime.ZONE));
            sheet.style(row, column).format("yyyy-mm-dd hh:mm:ss").set();
        }
    }

    /** XML has no place for control characters, and a cell none for more. */
    private static String printable(String text) {
        String shown = text.replaceAll("[\\p{Cntrl}&&[^\\t\\n]]", "\ufffd");
        return shown.length() <= LONGEST_TEXT ? shown : shown.substring(0, LONGEST_TEXT);
    }
}
