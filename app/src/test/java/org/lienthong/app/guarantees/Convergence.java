package org.lienthong.app.guarantees;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.specific.SpecificRecord;
import org.lienthong.schemas.statistics.Figures;
import org.lienthong.schemas.statistics.UnitStatistics;
import org.lienthong.schemas.topic.Topics;

/** Records and figures are, byte for byte, those of a run in which nothing went wrong. */
final class Convergence implements Guarantee {

    @Override
    public String name() {
        return "records and figures converge";
    }

    @Override
    public List<String> breaches(Evidence found, CleanRun clean) {
        List<String> breaches = new ArrayList<>();
        compare(Topics.DOSSIER_RECORDS.name(), clean.records(), found.records(), breaches);
        compare(
                Topics.UNIT_STATISTICS.name(),
                withoutZeros(clean.statistics()),
                withoutZeros(found.statistics()),
                breaches);
        return breaches;
    }

    private static <V extends SpecificRecord> void compare(
            String topic, Map<String, Encoded<V>> clean, Map<String, Encoded<V>> found, List<String> breaches) {
        TreeSet<String> keys = new TreeSet<>(clean.keySet());
        keys.addAll(found.keySet());
        for (String key : keys) {
            if (!clean.containsKey(key)) {
                breaches.add("%s has %s, which a clean run has not".formatted(topic, key));
            } else if (!found.containsKey(key)) {
                breaches.add("%s lacks %s".formatted(topic, key));
            } else if (!found.get(key).hasBodyOf(clean.get(key))) {
                breaches.add("%s, %s: fields that differ %s"
                        .formatted(
                                topic,
                                key,
                                different(clean.get(key).value(), found.get(key).value())));
            }
        }
    }

    /** Names alone: a value may be personal data. */
    private static List<String> different(SpecificRecord clean, SpecificRecord found) {
        return clean.getSchema().getFields().stream()
                .filter(field -> !java.util.Objects.equals(clean.get(field.pos()), found.get(field.pos())))
                .map(field -> field.name())
                .toList();
    }

    /** A dossier that moved leaves zeros where it was; whether it was ever there depends on the order of arrival. */
    private static Map<String, Encoded<UnitStatistics>> withoutZeros(Map<String, Encoded<UnitStatistics>> all) {
        Map<String, Encoded<UnitStatistics>> rest = new TreeMap<>(all);
        rest.values().removeIf(statistics -> statistics.value().getFigures().equals(new Figures()));
        return rest;
    }
}
