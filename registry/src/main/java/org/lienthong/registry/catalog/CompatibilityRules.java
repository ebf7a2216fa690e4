package org.lienthong.registry.catalog;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

/** Whether a schema may follow others, by Avro's own rules of schema resolution. */
final class CompatibilityRules {

    private CompatibilityRules() {}

    /** A version that the candidate would follow. */
    record Earlier(int version, Schema schema) {}

    /**
     * Why the candidate may not follow.
     *
     * @param earlier oldest first
     * @return one line per problem; empty when it fits
     */
    static List<String> problems(Schema candidate, List<Earlier> earlier, CompatibilityLevel level) {
        List<Earlier> checked =
                level.transitive() || earlier.isEmpty() ? earlier : earlier.subList(earlier.size() - 1, earlier.size());
        List<String> problems = new ArrayList<>();
        for (Earlier old : checked) {
            if (level.backward()) {
                String direction = "the new schema cannot read data of version " + old.version();
                problems.addAll(problems(candidate, old.schema(), direction));
            }
            if (level.forward()) {
                String direction = "version " + old.version() + " cannot read data of the new schema";
                problems.addAll(problems(old.schema(), candidate, direction));
            }
        }
        return problems;
    }

    private static List<String> problems(Schema reader, Schema writer, String direction) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(i -> "%s: %s at %s: %s".formatted(direction, i.getType(), i.getLocation(), i.getMessage()))
                .toList();
    }
}
