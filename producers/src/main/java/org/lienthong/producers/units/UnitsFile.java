package org.lienthong.producers.units;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.lienthong.producers.problem.ProblemCode.FILE_EMPTY;
import static org.lienthong.producers.problem.ProblemCode.FILE_UNREADABLE;
import static org.lienthong.producers.problem.ProblemCode.UNITS_FILE_BROKEN;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.lienthong.producers.problem.Problem;
import org.lienthong.producers.yaml.InvalidFileException;
import org.lienthong.schemas.avro.TrustedClasses;
import org.lienthong.schemas.reference.Unit;

/** Reads dated units from a file, by what is in it: our YAML or a crosswalk as CSV, plain or gzipped. */
public final class UnitsFile {

    static {
        TrustedClasses.trust();
    }

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private UnitsFile() {}

    /**
     * The units of the file, sound as a whole: see {@link UnitRules}.
     *
     * @throws UnitsRefusedException with everything that is wrong with what it says
     * @throws InvalidFileException when it cannot be read, or is no YAML of units
     */
    public static List<Unit> read(Path file) {
        String text = text(file);
        List<Problem> problems = new ArrayList<>();
        List<PlacedUnit> units = CrosswalkCsv.isCrosswalk(text)
                ? CrosswalkRules.units(CrosswalkCsv.rows(file, text, problems), problems)
                : UnitsYaml.units(file, text, problems);
        if (problems.isEmpty()) {
            problems.addAll(UnitRules.problems(units));
        }
        if (!problems.isEmpty()) {
            throw new UnitsRefusedException(problems);
        }
        return units.stream().map(PlacedUnit::unit).toList();
    }

    private static String text(Path file) {
        byte[] bytes = bytes(file);
        if (bytes.length == 0) {
            throw new InvalidFileException(Problem.of(FILE_EMPTY, file));
        }
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidFileException(Problem.of(UNITS_FILE_BROKEN, file, "UTF-8?"));
        }
    }

    private static byte[] bytes(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            String reason = e instanceof NoSuchFileException ? "no such file" : String.valueOf(e.getMessage());
            throw new InvalidFileException(Problem.of(FILE_UNREADABLE, file, reason));
        }
        boolean gzip = bytes.length > 1 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
        if (!gzip) {
            return bytes;
        }
        try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return plain.readAllBytes();
        } catch (IOException e) {
            throw new InvalidFileException(Problem.of(UNITS_FILE_BROKEN, file, "gzip: " + e.getMessage()));
        }
    }
}
