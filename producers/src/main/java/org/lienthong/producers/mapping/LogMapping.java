package org.lienthong.producers.mapping;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.producers.reference.ReferenceFile;
import org.lienthong.producers.yaml.InvalidFileException;
import org.lienthong.producers.yaml.StrictYaml;

/**
 * How an event log becomes dossier events, as people write it in YAML; see {@code mappings/} for examples.
 *
 * @param activities what each activity of the log means
 * @param otherwise what every other activity means; {@code reject}, or nothing, rejects their rows
 * @param progress fields of the step that an activity marked {@code progress} becomes, beside its name
 * @param derived events that follow from columns of the case, once per case
 * @param reference units, procedures and agencies that the events refer to
 */
public record LogMapping(
        Source source,
        Columns columns,
        Dossier dossier,
        Map<String, EventSpec> activities,
        @Nullable EventSpec otherwise,
        Map<String, FieldSource> progress,
        List<DerivedSpec> derived,
        ReferenceFile reference) {

    private static final String REJECT = "reject";

    @JsonCreator
    public LogMapping(
            @JsonProperty(required = true) Source source,
            @JsonProperty(required = true) Columns columns,
            @JsonProperty(required = true) Dossier dossier,
            @Nullable Map<String, EventSpec> activities,
            @Nullable EventSpec otherwise,
            @Nullable Map<String, FieldSource> progress,
            @Nullable List<DerivedSpec> derived,
            @Nullable ReferenceFile reference) {
        this.source = source;
        this.columns = columns;
        this.dossier = dossier;
        this.activities = activities == null ? Map.of() : Map.copyOf(activities);
        this.otherwise = otherwise == null || otherwise.event().equals(REJECT) ? null : otherwise;
        this.progress = progress == null ? Map.of() : Map.copyOf(progress);
        this.derived = derived == null ? List.of() : List.copyOf(derived);
        this.reference = reference == null ? new ReferenceFile(null, null, null) : reference;
    }

    /**
     * Reads and checks a mapping.
     *
     * @throws InvalidFileException when the file cannot be read, or says something that cannot be done
     */
    public static LogMapping read(Path file) {
        LogMapping mapping = StrictYaml.read(file, LogMapping.class);
        try {
            new RowMapper(mapping);
        } catch (IllegalArgumentException e) {
            throw StrictYaml.invalid(file.toString(), e.getMessage());
        }
        return mapping;
    }

    /** Units, procedures and agencies that come with the log; publish them beside its events. */
    public ReferenceData referenceData() {
        return ReferenceData.of(reference);
    }

    /**
     * Where the log comes from.
     *
     * @param system goes to the header of every event
     * @param agency identifier of the agency that states the events
     * @param zone of times without an offset, and of the date in a dossier code
     * @param charset of CSV files; UTF-8 where missing
     * @param delimiter of CSV files; a comma where missing
     */
    public record Source(
            @JsonProperty(required = true) String system,
            @JsonProperty(required = true) String agency,
            @JsonProperty(required = true) ZoneId zone,
            @Nullable Charset charset,
            @Nullable Character delimiter) {

        public Charset charsetOrUtf8() {
            return charset == null ? StandardCharsets.UTF_8 : charset;
        }

        public char delimiterOrComma() {
            return delimiter == null ? ',' : delimiter;
        }
    }

    /**
     * Columns with a part of their own. In an XES file, attributes of a trace are columns whose name begins with
     * {@code case:}.
     *
     * @param id identifies the case
     * @param sequence a number that orders events of the same time
     * @param perCase columns that say the same in every row of a case: they are placed once, not in every event
     * @param times columns that hold times and are kept as attributes: written alike whatever the file's own form
     * @param timeFormats patterns of {@link java.time.format.DateTimeFormatter} to try before ISO 8601
     */
    public record Columns(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String activity,
            @JsonProperty(required = true) String time,
            @Nullable FieldSource sequence,
            List<String> perCase,
            List<String> times,
            List<String> timeFormats) {

        @JsonCreator
        public Columns(
                @JsonProperty(required = true) String id,
                @JsonProperty(required = true) String activity,
                @JsonProperty(required = true) String time,
                @Nullable FieldSource sequence,
                @Nullable List<String> perCase,
                @Nullable List<String> times,
                @Nullable List<String> timeFormats) {
            this.id = id;
            this.activity = activity;
            this.time = time;
            this.sequence = sequence;
            this.perCase = perCase == null ? List.of() : List.copyOf(perCase);
            this.times = times == null ? List.of() : List.copyOf(times);
            this.timeFormats = timeFormats == null ? List.of() : List.copyOf(timeFormats);
        }
    }

    /** @param alias column with the id under which the source knows the dossier, where that is not its code */
    public record Dossier(
            @JsonProperty(required = true) CodeRule code,
            @Nullable String alias) {}

    /**
     * How the dossier code follows from a row: either it stands in {@code column}, or it is put together as
     * {@code agency-yyMMdd-number}.
     *
     * @param date column with the time whose date goes into the code
     * @param digits least number of digits of the number, 4 where missing
     */
    public record CodeRule(
            @Nullable String column,
            @Nullable String agency,
            @Nullable String date,
            @Nullable FieldSource number,
            @Nullable Integer digits) {}

    /**
     * @param event name of the payload in the schema, such as DossierAccepted, or {@code progress}
     * @param fields of the payload
     */
    public record EventSpec(String event, Map<String, FieldSource> fields) {

        public static final String PROGRESS = "progress";

        @JsonCreator
        public EventSpec(@JsonProperty(required = true) String event, @Nullable Map<String, FieldSource> fields) {
            this.event = event;
            this.fields = fields == null ? Map.of() : Map.copyOf(fields);
        }

        /** The short form: the name alone. */
        @JsonCreator
        public static EventSpec named(String event) {
            return new EventSpec(event, null);
        }
    }

    /**
     * @param at column with the time; where it is empty the event did not happen
     * @param notBefore column with the earliest time that makes sense; it is taken where {@code at} is before it
     * @param attributes columns to keep as they are
     */
    public record DerivedSpec(
            String event,
            String at,
            @Nullable String notBefore,
            Map<String, FieldSource> fields,
            List<String> attributes) {

        @JsonCreator
        public DerivedSpec(
                @JsonProperty(required = true) String event,
                @JsonProperty(required = true) String at,
                @Nullable String notBefore,
                @Nullable Map<String, FieldSource> fields,
                @Nullable List<String> attributes) {
            this.event = event;
            this.at = at;
            this.notBefore = notBefore;
            this.fields = fields == null ? Map.of() : Map.copyOf(fields);
            this.attributes = attributes == null ? List.of() : List.copyOf(attributes);
        }
    }
}
