package org.lienthong.producers.mapping;

import static org.lienthong.producers.problem.ProblemCode.ACTIVITY_UNMAPPED;
import static org.lienthong.producers.problem.ProblemCode.NUMBER_INVALID;
import static org.lienthong.producers.problem.ProblemCode.VALUE_MISSING;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.mapping.LogMapping.Columns;
import org.lienthong.producers.mapping.LogMapping.DerivedSpec;
import org.lienthong.producers.mapping.LogMapping.EventSpec;
import org.lienthong.producers.publish.EventIds;
import org.lienthong.producers.publish.EventRules;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.event.EventHeader;

/**
 * Turns rows into events by a mapping. What a row says and its event has no field for goes to the attributes: nothing
 * is dropped. Everything follows from the row alone, so that any split or order of a log gives the same events.
 */
public final class RowMapper {

    private final LogMapping mapping;
    private final Columns columns;
    private final Times times;
    private final CodeBuilder codes;
    private final Map<String, PayloadBuilder> activities = new HashMap<>();
    private final @Nullable PayloadBuilder otherwise;
    private final List<PayloadBuilder> derived = new ArrayList<>();

    /** @throws IllegalArgumentException for a mapping that says something that cannot be done */
    public RowMapper(LogMapping mapping) {
        this.mapping = mapping;
        this.columns = mapping.columns();
        this.times = new Times(mapping.source().zone(), columns.timeFormats());
        this.codes = new CodeBuilder(mapping.dossier().code(), times);
        mapping.activities().forEach((activity, spec) -> activities.put(activity, builder(spec)));
        EventSpec rest = mapping.otherwise();
        this.otherwise = rest == null ? null : builder(rest);
        for (DerivedSpec spec : mapping.derived()) {
            derived.add(new PayloadBuilder(spec.event(), spec.fields(), times));
        }
        if (!EventRules.isAgencyId(mapping.source().agency())) {
            throw new IllegalArgumentException(
                    "source.agency: '" + mapping.source().agency() + "' is no agency id");
        }
        Set<String> homeless = new TreeSet<>(columns.perCase());
        homeless.removeAll(mappedColumns());
        if (!homeless.isEmpty()) {
            throw new IllegalArgumentException("columns.perCase: " + homeless
                    + " would be dropped: use them in a field, or list them in the attributes of a derived event");
        }
    }

    /** Every column that the mapping names: a table without one of them is not what it was written for. */
    public Set<String> columns() {
        Set<String> all = mappedColumns();
        all.addAll(columns.perCase());
        all.addAll(columns.times());
        return all;
    }

    /**
     * The events that a row states.
     *
     * @throws RejectedRowException when the row does not fit; nothing of it may be published
     */
    public MappedRow map(LogRow row) {
        String source = required(row, columns.id());
        String code = codes.code(row);
        List<DossierEvent> perCase = new ArrayList<>();
        for (int i = 0; i < derived.size(); i++) {
            DerivedSpec spec = mapping.derived().get(i);
            String at = row.value(spec.at());
            if (at != null) {
                Map<String, String> attributes = attributes(row, spec.attributes());
                perCase.add(
                        event(row, code, time(row, spec, at), i, derived.get(i).build(row), attributes));
            }
        }
        PayloadBuilder builder = builderFor(required(row, columns.activity()));
        Instant time = times.parse(required(row, columns.time()), columns.time());
        Map<String, String> rest = attributes(row, unplaced(row, builder));
        return new MappedRow(source, event(row, code, time, sequence(row), builder.build(row), rest), perCase);
    }

    private Instant time(LogRow row, DerivedSpec spec, String text) {
        Instant at = times.parse(text, spec.at());
        String bound = spec.notBefore() == null ? null : row.value(spec.notBefore());
        Instant earliest = bound == null ? at : times.parse(bound, String.valueOf(spec.notBefore()));
        return at.isBefore(earliest) ? earliest : at;
    }

    private DossierEvent event(
            LogRow row,
            String code,
            Instant at,
            long sequence,
            SpecificRecord payload,
            Map<String, String> attributes) {
        String aliasColumn = mapping.dossier().alias();
        String alias = aliasColumn == null ? null : row.value(aliasColumn);
        EventHeader header =
                new EventHeader("", mapping.source().system(), mapping.source().agency(), at, sequence);
        DossierEvent event = new DossierEvent(header, code, alias, payload, attributes);
        header.setEventId(EventIds.of(event));
        return event;
    }

    private PayloadBuilder builder(EventSpec spec) {
        if (!spec.event().equals(EventSpec.PROGRESS)) {
            return new PayloadBuilder(spec.event(), spec.fields(), times);
        }
        Map<String, FieldSource> fields = new HashMap<>(mapping.progress());
        fields.put("step", FieldSource.of(columns.activity()));
        fields.putAll(spec.fields());
        return new PayloadBuilder("DossierProgressed", fields, times);
    }

    private PayloadBuilder builderFor(String activity) {
        PayloadBuilder found = activities.getOrDefault(activity, otherwise);
        if (found == null) {
            throw new RejectedRowException(ACTIVITY_UNMAPPED, activity);
        }
        return found;
    }

    private Set<String> unplaced(LogRow row, PayloadBuilder builder) {
        Set<String> rest = new HashSet<>(row.values().keySet());
        rest.remove(columns.time());
        columns.perCase().forEach(rest::remove);
        if (mapping.dossier().alias() != null) {
            rest.remove(mapping.dossier().alias());
        }
        rest.removeAll(builder.placed(row));
        return rest;
    }

    private Map<String, String> attributes(LogRow row, Iterable<String> names) {
        Map<String, String> attributes = new HashMap<>();
        for (String name : names) {
            String value = row.value(name);
            if (value != null) {
                attributes.put(name, columns.times().contains(name) ? times.canonical(value, name) : value);
            }
        }
        return attributes;
    }

    private long sequence(LogRow row) {
        FieldSource source = columns.sequence();
        if (source == null) {
            return 0;
        }
        String text = source.in(row);
        if (text == null) {
            return 0;
        }
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new RejectedRowException(NUMBER_INVALID, source.column(), "number");
        }
    }

    private static String required(LogRow row, String column) {
        String value = row.value(column);
        if (value == null) {
            throw new RejectedRowException(VALUE_MISSING, column, "mapping");
        }
        return value;
    }

    private Set<String> mappedColumns() {
        Set<String> all = new TreeSet<>(List.of(columns.id(), columns.activity(), columns.time()));
        all.addAll(codes.columns());
        if (mapping.dossier().alias() != null) {
            all.add(mapping.dossier().alias());
        }
        if (columns.sequence() != null) {
            addColumns(all, Map.of("sequence", columns.sequence()));
        }
        addColumns(all, mapping.progress());
        mapping.activities().values().forEach(spec -> addColumns(all, spec.fields()));
        if (mapping.otherwise() != null) {
            addColumns(all, mapping.otherwise().fields());
        }
        for (DerivedSpec spec : mapping.derived()) {
            all.add(spec.at());
            if (spec.notBefore() != null) {
                all.add(spec.notBefore());
            }
            all.addAll(spec.attributes());
            addColumns(all, spec.fields());
        }
        return all;
    }

    private static void addColumns(Set<String> all, Map<String, FieldSource> fields) {
        for (FieldSource source : fields.values()) {
            if (source.column() != null) {
                all.add(source.column());
            }
        }
    }
}
