package org.lienthong.producers.eventlog;

import static org.lienthong.producers.problem.ProblemCode.REJECT_FILE_UNWRITABLE;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.mapping.LogRow;
import org.lienthong.producers.problem.Problem;

/**
 * Rows that were put aside, as JSON lines: where each stood, why it was rejected in both languages, and the row itself,
 * so that it can be mended and imported again. The file exists only when a row was rejected.
 */
final class RejectFile implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private final Path log;
    private final Path file;
    private @Nullable BufferedWriter writer;

    RejectFile(Path log, Path directory) {
        this.log = log;
        this.file = directory.resolve(log.getFileName() + ".rejects.jsonl");
        try {
            Files.deleteIfExists(file); // of an earlier run: it would be taken for this one's
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    void add(LogRow row, Problem problem) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("file", log.toString());
        entry.put("line", row.line());
        entry.put("record", row.number());
        entry.put("code", problem.code().name());
        entry.put("vi", problem.message(Problem.VIETNAMESE));
        entry.put("en", problem.message(Locale.ENGLISH));
        entry.put("row", row.values());
        try {
            if (writer == null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                writer = Files.newBufferedWriter(file);
            }
            writer.write(JSON.writeValueAsString(entry));
            writer.newLine();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    Optional<Path> written() {
        return writer == null ? Optional.empty() : Optional.of(file);
    }

    @Override
    public void close() {
        try {
            if (writer != null) {
                writer.close();
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private ImportRefusedException unwritable(IOException e) {
        return new ImportRefusedException(Problem.of(REJECT_FILE_UNWRITABLE, file, e));
    }
}
