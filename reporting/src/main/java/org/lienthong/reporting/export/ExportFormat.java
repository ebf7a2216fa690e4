package org.lienthong.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a report is written. */
public enum ExportFormat {
    CSV("text/csv;charset=utf-8", CsvRows::new),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", XlsxRows::new),
    PARQUET("application/vnd.apache.parquet", ParquetRows::new);

    private interface Opening {
        RowWriter open(OutputStream out, List<Column> columns) throws IOException;
    }

    private final String mediaType;
    private final Opening opening;

    ExportFormat(String mediaType, Opening opening) {
        this.mediaType = mediaType;
        this.opening = opening;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The end of a file's name, without the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ExportFormat> of(String extension) {
        return Arrays.stream(values())
                .filter(format -> format.extension().equals(extension))
                .findFirst();
    }

    RowWriter open(OutputStream out, List<Column> columns) throws IOException {
        return opening.open(out, columns);
    }
}
