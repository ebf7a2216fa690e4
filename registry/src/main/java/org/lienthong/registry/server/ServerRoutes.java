package org.lienthong.registry.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** What clients ask about the server itself. */
final class ServerRoutes {

    void addTo(RoutesConfig routes) {
        routes.get("/", context -> Json.answer(context, Json.object()));
        routes.get("/contexts", context -> Json.answer(context, Json.array(List.of("."))));
        routes.get("/v1/metadata/id", ServerRoutes::id);
        routes.get("/v1/metadata/version", ServerRoutes::version);
        // Paths that we do not know answer in the shape of the API too: clients of 2026 probe some, and parse the body.
        routes.error(404, ServerRoutes::shape);
        routes.error(405, ServerRoutes::shape);
    }

    private static void id(Context context) {
        ObjectNode scope = Json.object();
        scope.putArray("path");
        scope.putObject("clusters").put("schema-registry-cluster", "lienthong");
        ObjectNode answer = Json.object().put("id", "");
        answer.set("scope", scope);
        Json.answer(context, answer);
    }

    private static void version(Context context) {
        String version = Optional.ofNullable(ServerRoutes.class.getPackage().getImplementationVersion())
                .orElse("development");
        Json.answer(context, Json.object().put("version", version).put("commitId", ""));
    }

    private static void shape(Context context) {
        String body = Optional.ofNullable(context.result()).orElse("");
        if (!body.startsWith("{\"error_code\"")) {
            Json.error(context, context.statusCode(), context.statusCode(), "there is no such path here");
        }
    }
}
