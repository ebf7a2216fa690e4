package org.lienthong.registry.server;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.stream.Stream;
import org.lienthong.registry.catalog.Catalog;
import org.lienthong.registry.catalog.RegistryException;
import org.lienthong.registry.catalog.SchemaContent;
import org.lienthong.registry.catalog.SchemaVersion;

/** Schemas by what a record carries: an id or a GUID. */
final class SchemaRoutes {

    private static final String BY_ID = "/schemas/ids/{id}";
    private static final String BY_GUID = "/schemas/guids/{guid}";

    private final Catalog catalog;

    SchemaRoutes(Catalog catalog) {
        this.catalog = catalog;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/schemas", this::list);
        routes.get("/schemas/types", context -> Json.answer(context, Json.array(List.of("AVRO"))));
        routes.get(BY_ID, this::byId);
        routes.get(
                BY_ID + "/schema",
                context -> Json.raw(context, content(id(context)).text()));
        routes.get(BY_ID + "/subjects", this::subjects);
        routes.get(BY_ID + "/versions", this::versions);
        routes.get(BY_GUID, context -> Json.answer(context, Json.content(Json.object(), content(byGuid(context)))));
        routes.get(BY_GUID + "/ids", this::ids);
    }

    private void list(Context context) {
        String prefix = Query.text(context, "subjectPrefix");
        boolean deleted = Query.flag(context, "deleted");
        boolean latestOnly = Query.flag(context, "latestOnly");
        List<SchemaVersion> found = catalog.subjects(deleted).stream()
                .filter(subject -> subject.startsWith(prefix))
                .map(subject -> catalog.versions(subject, deleted))
                .filter(versions -> !versions.isEmpty())
                .flatMap(versions -> versions.stream().skip(latestOnly ? versions.size() - 1 : 0))
                .toList();
        List<ObjectNode> answers =
                Query.page(context, found).stream().map(Json::version).toList();
        Json.answer(context, Json.array(answers));
    }

    private void byId(Context context) {
        ObjectNode answer = Json.content(Json.object(), content(id(context)));
        if (Query.flag(context, "fetchMaxId")) {
            answer.put("maxId", catalog.highestId());
        }
        Json.answer(context, answer);
    }

    private void subjects(Context context) {
        List<String> subjects =
                versionsOf(context).map(SchemaVersion::subject).distinct().toList();
        Json.answer(context, Json.array(Query.page(context, subjects)));
    }

    private void versions(Context context) {
        List<ObjectNode> versions = versionsOf(context)
                .map(version -> Json.object().put("subject", version.subject()).put("version", version.version()))
                .toList();
        Json.answer(context, Json.array(Query.page(context, versions)));
    }

    private void ids(Context context) {
        ArrayNode answer = Json.array(List.of());
        answer.addObject().put("context", ".").put("id", byGuid(context));
        Json.answer(context, answer);
    }

    private Stream<SchemaVersion> versionsOf(Context context) {
        int id = id(context);
        content(id);
        return catalog.versions(Query.flag(context, "deleted")).stream().filter(version -> version.id() == id);
    }

    private SchemaContent content(int id) {
        return catalog.content(id).orElseThrow(() -> RegistryException.noSchema("id " + id));
    }

    private int byGuid(Context context) {
        String guid = context.pathParam("guid");
        return catalog.id(guid).orElseThrow(() -> RegistryException.noSchema("GUID " + guid));
    }

    private static int id(Context context) {
        String id = context.pathParam("id");
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException e) {
            throw RegistryException.noSchema("id " + id + ": ids are numbers");
        }
    }
}
