package org.lienthong.registry.catalog;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What the registry knows: the sum of the entries it was given, in order. Thread-safe.
 *
 * <p>An id is not given twice while the registry runs. After a version was erased for good, and its traces were
 * compacted out of the log, a restart may give the highest ids again, as Confluent's registry does: erase only what no
 * record was ever written with.
 */
public final class Catalog implements Consumer<Entry> {

    private static final String WHOLE_REGISTRY = "";

    private final NavigableMap<String, NavigableMap<Integer, SchemaVersion>> subjects = new TreeMap<>();
    private final Map<SchemaContent, Integer> ids = new HashMap<>();
    private final Map<Integer, SchemaContent> contents = new TreeMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private final Map<String, Mode> modes = new HashMap<>();
    private int highestId;

    @Override
    public synchronized void accept(Entry entry) {
        if (entry instanceof Entry.Stored stored) {
            store(stored.version());
        } else if (entry instanceof Entry.Erased erased) {
            erase(erased);
        } else if (entry instanceof Entry.SubjectDeleted deleted) {
            versionsOf(deleted.subject())
                    .headMap(deleted.lastVersion(), true)
                    .replaceAll((number, version) -> version.asDeleted());
        } else if (entry instanceof Entry.LevelSet set) {
            put(levels, set.subject(), set.level());
        } else if (entry instanceof Entry.ModeSet set) {
            put(modes, set.subject(), set.mode());
        }
    }

    /** Names of subjects, sorted. */
    public synchronized List<String> subjects(boolean withDeleted) {
        return subjects.keySet().stream()
                .filter(subject -> !versions(subject, withDeleted).isEmpty())
                .toList();
    }

    /** Versions of the subject, oldest first; empty for a subject that is unknown. */
    public synchronized List<SchemaVersion> versions(String subject, boolean withDeleted) {
        return versionsOf(subject).values().stream()
                .filter(version -> withDeleted || !version.deleted())
                .toList();
    }

    /** All versions of all subjects. */
    public synchronized List<SchemaVersion> versions(boolean withDeleted) {
        return subjects.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .filter(version -> withDeleted || !version.deleted())
                .toList();
    }

    public synchronized Optional<SchemaVersion> version(String subject, int number, boolean withDeleted) {
        return Optional.ofNullable(versionsOf(subject).get(number))
                .filter(version -> withDeleted || !version.deleted());
    }

    public synchronized Optional<SchemaContent> content(int id) {
        return Optional.ofNullable(contents.get(id));
    }

    public synchronized Optional<Integer> id(SchemaContent content) {
        return Optional.ofNullable(ids.get(content));
    }

    public synchronized Optional<Integer> id(String guid) {
        return contents.entrySet().stream()
                .filter(known -> known.getValue().guid().equalsIgnoreCase(guid))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    public synchronized int highestId() {
        return highestId;
    }

    /** Versions, deleted or not, whose schemas refer to this one. */
    public synchronized Stream<SchemaVersion> referringTo(String subject, int version) {
        return versions(true).stream()
                .filter(candidate -> candidate.content().references().stream()
                        .anyMatch(r -> r.subject().equals(subject) && r.version() == version));
    }

    /** The level that was set for exactly this subject. */
    public synchronized Optional<CompatibilityLevel> ownLevel(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    /** The level of the whole registry. */
    public synchronized CompatibilityLevel level() {
        return levels.getOrDefault(WHOLE_REGISTRY, CompatibilityLevel.BACKWARD);
    }

    /** The level that holds for the subject. */
    public synchronized CompatibilityLevel level(String subject) {
        return ownLevel(subject).orElseGet(this::level);
    }

    /** The mode that was set for exactly this subject. */
    public synchronized Optional<Mode> ownMode(String subject) {
        return Optional.ofNullable(modes.get(subject));
    }

    /** The mode of the whole registry. */
    public synchronized Mode mode() {
        return modes.getOrDefault(WHOLE_REGISTRY, Mode.READWRITE);
    }

    /** The mode that holds for the subject. */
    public synchronized Mode mode(String subject) {
        return mode() == Mode.READONLY_OVERRIDE ? mode() : ownMode(subject).orElseGet(this::mode);
    }

    private NavigableMap<Integer, SchemaVersion> versionsOf(String subject) {
        return subjects.getOrDefault(subject, new TreeMap<>());
    }

    private void store(SchemaVersion version) {
        subjects.computeIfAbsent(version.subject(), s -> new TreeMap<>()).put(version.version(), version);
        ids.putIfAbsent(version.content(), version.id());
        contents.put(version.id(), version.content());
        highestId = Math.max(highestId, version.id());
    }

    private void erase(Entry.Erased erased) {
        SchemaVersion gone = versionsOf(erased.subject()).remove(erased.version());
        if (gone != null && versions(true).stream().noneMatch(other -> other.id() == gone.id())) {
            contents.remove(gone.id());
            ids.remove(gone.content(), gone.id());
        }
    }

    private static <V> void put(Map<String, V> map, Optional<String> subject, Optional<V> value) {
        String key = subject.orElse(WHOLE_REGISTRY);
        value.ifPresentOrElse(v -> map.put(key, v), () -> map.remove(key));
    }
}
