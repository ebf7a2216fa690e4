package org.lienthong.registry.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;
import org.lienthong.registry.catalog.Catalog;
import org.lienthong.registry.catalog.CompatibilityLevel;
import org.lienthong.registry.catalog.Mode;
import org.lienthong.registry.catalog.Registry;
import org.lienthong.registry.catalog.RegistryException;

/** Compatibility level and mode, of the whole registry and of single subjects. */
final class SettingRoutes {

    private final Registry registry;
    private final Catalog catalog;

    SettingRoutes(Registry registry) {
        this.registry = registry;
        this.catalog = registry.catalog();
    }

    void addTo(RoutesConfig routes) {
        routes.get("/config", context -> Json.answer(context, level(catalog.level())));
        routes.put("/config", context -> setLevel(context, Optional.empty()));
        routes.delete("/config", context -> {
            CompatibilityLevel before = catalog.level();
            registry.setLevel(Optional.empty(), Optional.empty());
            Json.answer(context, level(before));
        });
        routes.get("/config/{subject}", context -> Json.answer(context, level(ownLevel(context))));
        routes.put("/config/{subject}", context -> setLevel(context, subject(context)));
        routes.delete("/config/{subject}", context -> {
            CompatibilityLevel before = ownLevel(context);
            registry.setLevel(subject(context), Optional.empty());
            Json.answer(context, level(before));
        });
        routes.get("/mode", context -> Json.answer(context, mode(catalog.mode())));
        routes.put("/mode", context -> setMode(context, Optional.empty()));
        routes.delete("/mode", context -> {
            Mode before = catalog.mode();
            registry.setMode(Optional.empty(), Optional.empty(), false);
            Json.answer(context, mode(before));
        });
        routes.get("/mode/{subject}", context -> Json.answer(context, mode(ownMode(context))));
        routes.put("/mode/{subject}", context -> setMode(context, subject(context)));
        routes.delete("/mode/{subject}", context -> {
            Mode before = ownMode(context);
            registry.setMode(subject(context), Optional.empty(), false);
            Json.answer(context, mode(before));
        });
    }

    private void setLevel(Context context, Optional<String> subject) {
        String name = Json.body(context).path("compatibility").asText();
        CompatibilityLevel level =
                CompatibilityLevel.named(name).orElseThrow(() -> RegistryException.invalidLevel(name));
        registry.setLevel(subject, Optional.of(level));
        Json.answer(context, Json.object().put("compatibility", level.name()));
    }

    private void setMode(Context context, Optional<String> subject) {
        String name = Json.body(context).path("mode").asText();
        Mode mode = Mode.named(name).orElseThrow(() -> RegistryException.invalidMode(name));
        registry.setMode(subject, Optional.of(mode), Query.flag(context, "force"));
        Json.answer(context, mode(mode));
    }

    private CompatibilityLevel ownLevel(Context context) {
        String subject = context.pathParam("subject");
        return catalog.ownLevel(subject)
                .or(() -> Query.flag(context, "defaultToGlobal") ? Optional.of(catalog.level()) : Optional.empty())
                .orElseThrow(() -> RegistryException.noLevel(subject));
    }

    private Mode ownMode(Context context) {
        String subject = context.pathParam("subject");
        return catalog.ownMode(subject)
                .or(() -> Query.flag(context, "defaultToGlobal") ? Optional.of(catalog.mode()) : Optional.empty())
                .orElseThrow(() -> RegistryException.noMode(subject));
    }

    private static Optional<String> subject(Context context) {
        return Optional.of(context.pathParam("subject"));
    }

    private static ObjectNode level(CompatibilityLevel level) {
        return Json.object().put("compatibilityLevel", level.name());
    }

    private static ObjectNode mode(Mode mode) {
        return Json.object().put("mode", mode.name());
    }
}
