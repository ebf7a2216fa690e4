package org.lienthong.registry.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.lienthong.registry.catalog.Catalog;
import org.lienthong.registry.catalog.Registry;
import org.lienthong.registry.catalog.RegistryException;
import org.lienthong.registry.catalog.SchemaVersion;
import org.lienthong.registry.catalog.Versions;

/** Subjects, their versions, and what may follow them. */
final class SubjectRoutes {

    private static final String SUBJECT = "/subjects/{subject}";
    private static final String VERSIONS = SUBJECT + "/versions";
    private static final String VERSION = VERSIONS + "/{version}";

    private final Registry registry;
    private final Catalog catalog;

    SubjectRoutes(Registry registry) {
        this.registry = registry;
        this.catalog = registry.catalog();
    }

    void addTo(RoutesConfig routes) {
        routes.get("/subjects", this::list);
        routes.post(SUBJECT, this::lookup);
        routes.delete(SUBJECT, this::delete);
        routes.get(VERSIONS, this::versions);
        routes.post(VERSIONS, this::register);
        routes.get(VERSION, context -> Json.answer(context, Json.version(required(context))));
        routes.get(
                VERSION + "/schema",
                context -> Json.raw(context, required(context).content().text()));
        routes.get(VERSION + "/referencedby", this::referencedBy);
        routes.delete(VERSION, this::deleteVersion);
        routes.post("/compatibility" + VERSIONS, context -> compatibility(context, Optional.empty()));
        routes.post(
                "/compatibility" + VERSION,
                context -> compatibility(context, Optional.of(context.pathParam("version"))));
    }

    private void list(Context context) {
        String prefix = Query.text(context, "subjectPrefix");
        boolean onlyDeleted = Query.flag(context, "deletedOnly");
        List<String> subjects = catalog.subjects(Query.flag(context, "deleted") || onlyDeleted).stream()
                .filter(subject -> subject.startsWith(prefix))
                .filter(subject ->
                        !onlyDeleted || catalog.versions(subject, false).isEmpty())
                .toList();
        Json.answer(context, Json.array(Query.page(context, subjects)));
    }

    private void register(Context context) {
        SchemaVersion version = registry.register(
                context.pathParam("subject"), Json.schemaRequest(context), Query.flag(context, "normalize"));
        ObjectNode answer = Json.object().put("id", version.id()).put("version", version.version());
        Json.answer(context, Json.content(answer, version.content()));
    }

    private void lookup(Context context) {
        SchemaVersion version = registry.lookup(
                context.pathParam("subject"),
                Json.schemaRequest(context).content(),
                Query.flag(context, "normalize"),
                Query.flag(context, "deleted"));
        Json.answer(context, Json.version(version));
    }

    private void versions(Context context) {
        String subject = context.pathParam("subject");
        boolean onlyDeleted = Query.flag(context, "deletedOnly");
        List<SchemaVersion> versions = catalog.versions(subject, Query.flag(context, "deleted") || onlyDeleted);
        if (versions.isEmpty()) {
            throw RegistryException.noSubject(subject);
        }
        List<Integer> numbers = versions.stream()
                .filter(version -> !onlyDeleted || version.deleted())
                .map(SchemaVersion::version)
                .toList();
        Json.answer(context, Json.array(Query.page(context, numbers)));
    }

    private void referencedBy(Context context) {
        SchemaVersion version = required(context);
        List<Integer> ids = catalog.referringTo(version.subject(), version.version())
                .filter(other -> !other.deleted())
                .map(SchemaVersion::id)
                .distinct()
                .toList();
        Json.answer(context, Json.array(ids));
    }

    private void delete(Context context) {
        String subject = context.pathParam("subject");
        List<Integer> versions =
                Query.flag(context, "permanent") ? registry.eraseSubject(subject) : registry.deleteSubject(subject);
        Json.answer(context, Json.array(versions));
    }

    private void deleteVersion(Context context) {
        int version = registry.deleteVersion(
                context.pathParam("subject"), context.pathParam("version"), Query.flag(context, "permanent"));
        Json.raw(context, String.valueOf(version));
    }

    private void compatibility(Context context, Optional<String> version) {
        List<String> problems = registry.incompatibilities(
                context.pathParam("subject"),
                Json.schemaRequest(context).content(),
                Query.flag(context, "normalize"),
                version);
        ObjectNode answer = Json.object().put("is_compatible", problems.isEmpty());
        if (Query.flag(context, "verbose")) {
            answer.set("messages", Json.array(problems));
        }
        Json.answer(context, answer);
    }

    private SchemaVersion required(Context context) {
        return Versions.required(
                catalog, context.pathParam("subject"), context.pathParam("version"), Query.flag(context, "deleted"));
    }
}
