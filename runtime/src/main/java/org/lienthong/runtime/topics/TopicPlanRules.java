package org.lienthong.runtime.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Desired against existing topics: what to create, what to set, what a person must decide. */
public final class TopicPlanRules {

    private TopicPlanRules() {}

    /** @param existing what the cluster has, by name; topics that nobody asked for are left alone */
    public static TopicPlan plan(List<TopicSpec> desired, Map<String, TopicSpec> existing) {
        List<TopicSpec> create = new ArrayList<>();
        Map<String, Map<String, String>> configure = new TreeMap<>();
        List<String> conflicts = new ArrayList<>();
        for (TopicSpec wanted : desired) {
            TopicSpec found = existing.get(wanted.name());
            if (found == null) {
                create.add(wanted);
                continue;
            }
            if (found.partitions() != wanted.partitions()) {
                conflicts.add("%s has %d partitions, the catalogue says %d: copy it to a topic of the right size"
                        .formatted(wanted.name(), found.partitions(), wanted.partitions()));
            }
            Map<String, String> changes = wanted.settings().entrySet().stream()
                    .filter(s -> !s.getValue().equals(found.settings().get(s.getKey())))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> b, TreeMap::new));
            if (!changes.isEmpty()) {
                configure.put(wanted.name(), changes);
            }
        }
        return new TopicPlan(List.copyOf(create), configure, List.copyOf(conflicts));
    }
}
