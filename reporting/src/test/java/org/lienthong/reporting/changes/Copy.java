package org.lienthong.reporting.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a system that follows a unit has on its side, and what it may expect of the feed. */
final class Copy {

    private final Map<String, Integer> versions = new TreeMap<>();
    private final Set<String> heard = new HashSet<>();
    private long last;

    void take(Change change) {
        ChangePlace place = ChangePlace.parse(change.cursor());
        assertThat(place.number()).as("in order, each change once").isGreaterThan(last);
        last = place.number();
        if (change.kind() == Change.Kind.CHANGED) {
            assertThat(heard.add(change.code() + "@" + place.number())).as("told once").isTrue();
            versions.put(change.code(), change.version());
        } else {
            versions.remove(change.code());
        }
    }

    Map<String, Integer> versions() {
        return versions;
    }
}
