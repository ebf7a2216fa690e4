package org.lienthong.registry.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.lienthong.registry.catalog.CompatibilityRules.Earlier;

/**
 * What may be done to the catalogue. A change is decided against the catalogue, appended to the log, and comes back
 * into the catalogue from there: nothing is true before it is stored.
 */
public final class Registry {

    private final Catalog catalog;
    private final EntryLog log;
    private final SchemaReader reader;
    private final Object writing = new Object();

    /** @param log followed by the catalogue */
    public Registry(Catalog catalog, EntryLog log) {
        this.catalog = catalog;
        this.log = log;
        this.reader = new SchemaReader(this::referred);
    }

    /** For questions that need no decision. */
    public Catalog catalog() {
        return catalog;
    }

    /**
     * A schema that somebody wants to register.
     *
     * @param id only in mode IMPORT
     * @param version only in mode IMPORT
     */
    public record Request(SchemaContent content, Optional<Integer> id, Optional<Integer> version) {}

    /** Registers the schema, or finds it where it is registered already. */
    public SchemaVersion register(String subject, Request request, boolean normalize) {
        SchemaContent content = reader.canonical(request.content(), normalize);
        Optional<SchemaVersion> present = find(subject, content, false);
        if (present.isPresent() && request.id().isEmpty()) {
            return present.get();
        }
        return write(() -> {
            // Somebody else may have registered it while this thread waited.
            Optional<SchemaVersion> sinceThen = find(subject, content, false);
            if (sinceThen.isPresent() && request.id().isEmpty()) {
                return sinceThen.get();
            }
            SchemaVersion version = catalog.mode(subject) == Mode.IMPORT
                    ? imported(subject, content, request)
                    : next(subject, content, request);
            log.append(List.of(new Entry.Stored(version)));
            return version;
        });
    }

    /** The version under which the schema is registered. */
    public SchemaVersion lookup(String subject, SchemaContent given, boolean normalize, boolean withDeleted) {
        if (catalog.versions(subject, withDeleted).isEmpty()) {
            throw RegistryException.noSubject(subject);
        }
        return find(subject, reader.canonical(given, normalize), withDeleted)
                .orElseThrow(() -> RegistryException.notRegistered(subject));
    }

    /**
     * Why the schema may not follow; empty when it may.
     *
     * @param version empty: all that the level of the subject asks for; otherwise only this version, which may be
     *     {@code latest} of a subject that does not exist yet
     */
    public List<String> incompatibilities(
            String subject, SchemaContent given, boolean normalize, Optional<String> version) {
        SchemaContent content = reader.canonical(given, normalize);
        List<SchemaVersion> versions = catalog.versions(subject, false);
        if (version.isPresent() && !(versions.isEmpty() && Versions.isLatest(version.get()))) {
            versions = List.of(Versions.existing(catalog, subject, version.get(), false)
                    .orElseThrow(() -> RegistryException.noVersion(subject, version.get())));
        }
        return problems(subject, content, versions);
    }

    /** Deletes all versions softly; returns their numbers. */
    public List<Integer> deleteSubject(String subject) {
        return write(() -> {
            permit(subject);
            List<SchemaVersion> live = catalog.versions(subject, false);
            if (live.isEmpty()) {
                throw catalog.versions(subject, true).isEmpty()
                        ? RegistryException.noSubject(subject)
                        : RegistryException.subjectDeleted(subject);
            }
            live.forEach(this::requireUnreferenced);
            List<Entry> entries = new ArrayList<>();
            entries.add(
                    new Entry.SubjectDeleted(subject, live.get(live.size() - 1).version()));
            catalog.ownLevel(subject)
                    .ifPresent(l -> entries.add(new Entry.LevelSet(Optional.of(subject), Optional.empty())));
            catalog.ownMode(subject)
                    .ifPresent(m -> entries.add(new Entry.ModeSet(Optional.of(subject), Optional.empty())));
            log.append(entries);
            return numbers(live);
        });
    }

    /** Erases a subject that was deleted softly; returns the numbers of its versions. */
    public List<Integer> eraseSubject(String subject) {
        return write(() -> {
            permit(subject);
            List<SchemaVersion> all = catalog.versions(subject, true);
            if (all.isEmpty()) {
                throw RegistryException.noSubject(subject);
            }
            if (all.stream().anyMatch(version -> !version.deleted())) {
                throw RegistryException.subjectNotDeleted(subject);
            }
            all.forEach(this::requireUnreferenced);
            log.append(all.stream()
                    .<Entry>map(version -> new Entry.Erased(subject, version.version()))
                    .toList());
            return numbers(all);
        });
    }

    /** Deletes one version softly, or erases one that was; returns its number. */
    public int deleteVersion(String subject, String version, boolean permanent) {
        return write(() -> {
            permit(subject);
            SchemaVersion found = Versions.required(catalog, subject, version, true);
            if (permanent && !found.deleted()) {
                throw RegistryException.versionNotDeleted(subject, found.version());
            }
            if (!permanent && found.deleted()) {
                throw RegistryException.versionDeleted(subject, found.version());
            }
            requireUnreferenced(found);
            log.append(List.of(
                    permanent ? new Entry.Erased(subject, found.version()) : new Entry.Stored(found.asDeleted())));
            return found.version();
        });
    }

    /** @param level empty: back to the default */
    public void setLevel(Optional<String> subject, Optional<CompatibilityLevel> level) {
        write(() -> {
            permit(subject.orElse(""));
            log.append(List.of(new Entry.LevelSet(subject, level)));
            return level;
        });
    }

    /**
     * @param mode empty: back to the default
     * @param force allows IMPORT although there are schemas already
     */
    public void setMode(Optional<String> subject, Optional<Mode> mode, boolean force) {
        write(() -> {
            boolean used = subject.map(s -> !catalog.versions(s, false).isEmpty())
                    .orElseGet(() -> !catalog.subjects(false).isEmpty());
            if (mode.equals(Optional.of(Mode.IMPORT)) && used && !force) {
                throw RegistryException.notPermitted(
                        "there are schemas already, which an import may contradict: add force=true to import all the same");
            }
            log.append(List.of(new Entry.ModeSet(subject, mode)));
            return mode;
        });
    }

    /** One decision at a time, and each on the newest state. */
    private <T> T write(Supplier<T> decision) {
        synchronized (writing) {
            log.prepare();
            return decision.get();
        }
    }

    private SchemaVersion next(String subject, SchemaContent content, Request request) {
        permit(subject);
        if (request.id().isPresent()) {
            throw RegistryException.notPermitted(
                    "an id can only be given in mode IMPORT, and '" + subject + "' is in " + catalog.mode(subject));
        }
        List<String> problems = problems(subject, content, catalog.versions(subject, false));
        if (!problems.isEmpty()) {
            throw RegistryException.incompatible(subject, problems);
        }
        int id = catalog.id(content).orElseGet(() -> catalog.highestId() + 1);
        return new SchemaVersion(subject, nextNumber(subject), id, content, false);
    }

    private SchemaVersion imported(String subject, SchemaContent content, Request request) {
        int id = request.id()
                .orElseThrow(() ->
                        RegistryException.notPermitted("in mode IMPORT the schema needs the id it has elsewhere"));
        if (catalog.content(id).filter(known -> !known.equals(content)).isPresent()) {
            throw RegistryException.notPermitted("id " + id + " stands for another schema here");
        }
        int number = request.version().orElseGet(() -> nextNumber(subject));
        if (catalog.version(subject, number, true)
                .filter(known -> !known.content().equals(content))
                .isPresent()) {
            throw RegistryException.notPermitted("version " + number + " of '" + subject + "' is another schema here");
        }
        return new SchemaVersion(subject, number, id, content, false);
    }

    private int nextNumber(String subject) {
        List<SchemaVersion> all = catalog.versions(subject, true);
        return all.isEmpty() ? 1 : all.get(all.size() - 1).version() + 1;
    }

    private Optional<SchemaVersion> find(String subject, SchemaContent content, boolean withDeleted) {
        // A deleted version may come back under a new number: the newest counts.
        List<SchemaVersion> versions = new ArrayList<>(catalog.versions(subject, withDeleted));
        Collections.reverse(versions);
        return versions.stream()
                .filter(version -> isSame(version.content(), content))
                .findFirst();
    }

    /** A client may send in one piece what was registered in several. */
    private boolean isSame(SchemaContent stored, SchemaContent asked) {
        return stored.equals(asked)
                || (asked.references().isEmpty()
                        && !stored.references().isEmpty()
                        && reader.schema(stored).toString().equals(asked.text()));
    }

    private List<String> problems(String subject, SchemaContent content, List<SchemaVersion> versions) {
        Schema candidate = reader.schema(content);
        List<Earlier> earlier = versions.stream()
                .map(version -> new Earlier(version.version(), reader.schema(version.content())))
                .toList();
        return CompatibilityRules.problems(candidate, earlier, catalog.level(subject));
    }

    private SchemaContent referred(Reference reference) {
        return catalog.version(reference.subject(), reference.version(), true)
                .map(SchemaVersion::content)
                .orElseThrow(
                        () -> RegistryException.invalidSchema("%s refers to version %d of '%s', which does not exist"
                                .formatted(reference.name(), reference.version(), reference.subject())));
    }

    private void permit(String subject) {
        Mode mode = catalog.mode(subject);
        if (mode == Mode.READONLY || mode == Mode.READONLY_OVERRIDE) {
            throw RegistryException.notPermitted(
                    subject.isEmpty() ? "the registry is in mode " + mode : "'" + subject + "' is in mode " + mode);
        }
    }

    private void requireUnreferenced(SchemaVersion version) {
        Stream<SchemaVersion> others = catalog.referringTo(version.subject(), version.version());
        if (others.findAny().isPresent()) {
            throw RegistryException.referenced(version.subject(), version.version());
        }
    }

    private static List<Integer> numbers(List<SchemaVersion> versions) {
        return versions.stream().map(SchemaVersion::version).toList();
    }
}
