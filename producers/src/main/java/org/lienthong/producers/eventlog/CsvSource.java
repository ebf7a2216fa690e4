package org.lienthong.producers.eventlog;

import static org.lienthong.producers.problem.ProblemCode.COLUMN_MISSING;
import static org.lienthong.producers.problem.ProblemCode.COLUMN_TWICE;
import static org.lienthong.producers.problem.ProblemCode.CSV_BROKEN;
import static org.lienthong.producers.problem.ProblemCode.FILE_EMPTY;
import static org.lienthong.producers.problem.ProblemCode.RECORD_TOO_LONG;
import static org.lienthong.producers.problem.ProblemCode.ROW_CUT_OFF;
import static org.lienthong.producers.problem.ProblemCode.ROW_NOT_UTF8;
import static org.lienthong.producers.problem.ProblemCode.ROW_WIDTH;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.mapping.LogMapping;
import org.lienthong.producers.mapping.LogRow;
import org.lienthong.producers.problem.Problem;
import org.lienthong.producers.problem.ProblemCode;

/**
 * Rows of a CSV file with a header. One row is read ahead: only when something follows, or the file ends as it should,
 * is a row known to be whole.
 */
final class CsvSource implements LogSource {

    /** What a decoder puts where bytes are not text of its encoding. */
    private static final char REPLACEMENT = '\uFFFD';

    private final Path file;
    private final Charset charset;
    private final LogBytes bytes;
    private final ProblemCode whenCut;
    private final RecordLimit limit;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private long number;
    private @Nullable LogRow ahead;
    private @Nullable BrokenLogException broken;

    private CsvSource(
            Path file, Charset charset, LogBytes bytes, ProblemCode whenCut, RecordLimit limit, CSVParser parser)
            throws BrokenLogException {
        this.file = file;
        this.charset = charset;
        this.bytes = bytes;
        this.whenCut = whenCut;
        this.limit = limit;
        this.parser = parser;
        this.records = parser.iterator();
        CSVRecord first = read();
        this.header = first == null ? List.of() : first.toList();
    }

    static CsvSource open(
            Path file,
            LogMapping.Source format,
            Set<String> required,
            InputStream content,
            LogBytes bytes,
            ProblemCode whenCut)
            throws IOException {
        RecordLimit limit = new RecordLimit(new InputStreamReader(content, format.charsetOrUtf8()));
        CSVParser parser = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(format.delimiterOrComma())
                .get()
                .parse(limit);
        try {
            CsvSource source = new CsvSource(file, format.charsetOrUtf8(), bytes, whenCut, limit, parser);
            source.checkHeader(required);
            source.ahead = source.readRow();
            return source;
        } catch (BrokenLogException e) {
            throw new ImportRefusedException(e.problem());
        }
    }

    @Override
    public Optional<LogRow> next() throws BrokenLogException {
        LogRow row = ahead;
        if (row == null) {
            if (broken != null) {
                throw broken;
            }
            if (bytes.fault() != null) {
                throw LogFile.cut(file, bytes, whenCut, parser.getCurrentLineNumber());
            }
            return Optional.empty();
        }
        try {
            ahead = readRow();
        } catch (BrokenLogException e) {
            ahead = null;
            broken = e;
        }
        boolean cutOff = ahead == null && bytes.fault() != null && !bytes.endedWithNewline() && broken == null;
        return Optional.of(cutOff ? new LogRow(row.number(), row.line(), row.values(), Problem.of(ROW_CUT_OFF)) : row);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkHeader(Set<String> required) {
        if (header.isEmpty()) {
            throw new ImportRefusedException(Problem.of(FILE_EMPTY, file));
        }
        Set<String> missing = new TreeSet<>(required);
        header.forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new ImportRefusedException(Problem.of(COLUMN_MISSING, file, String.join(", ", missing)));
        }
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (column.isBlank() || !seen.add(column)) {
                throw new ImportRefusedException(Problem.of(COLUMN_TWICE, file, column));
            }
        }
    }

    private @Nullable LogRow readRow() throws BrokenLogException {
        long line = parser.getCurrentLineNumber() + 1;
        CSVRecord csv = read();
        return csv == null ? null : row(csv, line);
    }

    private @Nullable CSVRecord read() throws BrokenLogException {
        long line = parser.getCurrentLineNumber() + 1;
        limit.recordBegins();
        try {
            return records.hasNext() ? records.next() : null;
        } catch (UncheckedIOException e) {
            if (limit.isExceeded()) {
                throw new BrokenLogException(Problem.of(RECORD_TOO_LONG, file, line, RecordLimit.LIMIT));
            }
            if (bytes.fault() != null) {
                throw LogFile.cut(file, bytes, whenCut, line);
            }
            throw new BrokenLogException(Problem.of(
                    CSV_BROKEN,
                    file,
                    line,
                    e.getCause() == null ? "" : e.getCause().getMessage()));
        }
    }

    private LogRow row(CSVRecord csv, long line) {
        Map<String, String> values = new LinkedHashMap<>();
        boolean text = true;
        for (int i = 0; i < csv.size(); i++) {
            String value = csv.get(i);
            text &= value.indexOf(REPLACEMENT) < 0;
            if (!value.isBlank()) {
                values.put(i < header.size() ? header.get(i) : "column " + (i + 1), value);
            }
        }
        Problem defect = null;
        if (csv.size() != header.size()) {
            defect = Problem.of(ROW_WIDTH, csv.size(), header.size());
        } else if (!text) {
            defect = Problem.of(ROW_NOT_UTF8, charset);
        }
        return new LogRow(++number, line, values, defect);
    }
}
