package org.lienthong.producers.eventlog;

import static org.lienthong.producers.problem.ProblemCode.FILE_EMPTY;
import static org.lienthong.producers.problem.ProblemCode.FILE_NOT_UTF8;
import static org.lienthong.producers.problem.ProblemCode.FILE_UNREADABLE;
import static org.lienthong.producers.problem.ProblemCode.GZIP_BROKEN;
import static org.lienthong.producers.problem.ProblemCode.READ_FAILED;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.mapping.LogMapping;
import org.lienthong.producers.problem.Problem;
import org.lienthong.producers.problem.ProblemCode;

/** Opens a file by what is in it, not by its name: plain or gzip, XES or CSV. */
final class LogFile {

    private static final int PEEK = 1024;
    private static final int BUFFER = 64 * 1024;

    private LogFile() {}

    /**
     * @param required columns without which the file is refused
     * @throws ImportRefusedException when the file cannot be such a log
     */
    static LogSource open(Path file, LogMapping.Source format, Set<String> required) {
        InputStream in = null;
        LogSource source = null;
        try {
            in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
            boolean gzip = startsWith(peek(in), 0x1f, 0x8b);
            LogBytes bytes = new LogBytes(gzip ? new GZIPInputStream(in, BUFFER) : in);
            BufferedInputStream content = new BufferedInputStream(bytes, BUFFER);
            in = content;
            source = source(file, format, required, content, bytes, gzip);
            return source;
        } catch (IOException e) {
            String reason = e instanceof NoSuchFileException ? "no such file" : String.valueOf(e.getMessage());
            throw new ImportRefusedException(Problem.of(FILE_UNREADABLE, file, reason));
        } finally {
            if (source == null) {
                closeQuietly(in);
            }
        }
    }

    private static LogSource source(
            Path file,
            LogMapping.Source format,
            Set<String> required,
            BufferedInputStream content,
            LogBytes bytes,
            boolean gzip)
            throws IOException {
        byte[] start = peek(content);
        if (start.length == 0) {
            throw new ImportRefusedException(
                    bytes.fault() == null ? Problem.of(FILE_EMPTY, file) : Problem.of(GZIP_BROKEN, file, "0"));
        }
        if (startsWith(start, 0xfe, 0xff) || startsWith(start, 0xff, 0xfe)) {
            throw new ImportRefusedException(Problem.of(FILE_NOT_UTF8, file, "UTF-16"));
        }
        if (startsWith(start, 0xef, 0xbb, 0xbf)) {
            content.skipNBytes(3);
        }
        ProblemCode whenCut = gzip ? GZIP_BROKEN : READ_FAILED;
        return isXml(start)
                ? XesSource.open(file, content, bytes, whenCut)
                : CsvSource.open(file, format, required, content, bytes, whenCut);
    }

    /** What to say where the bytes broke off. */
    static BrokenLogException cut(Path file, LogBytes bytes, ProblemCode code, long line) {
        String reason =
                bytes.fault() == null ? "" : String.valueOf(bytes.fault().getMessage());
        return new BrokenLogException(
                code == GZIP_BROKEN
                        ? Problem.of(code, file, "dòng/line " + line)
                        : Problem.of(code, file, line, reason));
    }

    private static byte[] peek(InputStream in) throws IOException {
        in.mark(PEEK);
        byte[] start = in.readNBytes(PEEK);
        in.reset();
        return start;
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isXml(byte[] start) {
        for (byte b : start) {
            boolean skipped = b <= ' '; // blanks, and the bytes of a byte order mark, which are negative
            if (!skipped) {
                return b == '<';
            }
        }
        return false;
    }

    private static void closeQuietly(@Nullable InputStream in) {
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException e) {
            // Nothing was written; the problem that is reported is the one before.
        }
    }
}
