package org.lienthong.reporting.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.sse.SseClient;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.lienthong.reporting.openapi.Operation;

/** Registers addresses together with what is said of them, so that the description of the API is complete. */
final class Routes {

    private final RoutesConfig javalin;
    private final List<Operation> operations = new ArrayList<>();

    Routes(RoutesConfig javalin) {
        this.javalin = javalin;
    }

    /** An address that answers with a record as JSON. */
    void get(String path, Handler handler, Class<?> answer, Set<String> parameters, String vietnamese, String english) {
        javalin.get(path, handler);
        operations.add(new Operation(path, vietnamese, english, parameters, answer, Set.of()));
    }

    /** An address that sends files or other text. */
    void file(
            String path,
            Handler handler,
            Set<String> mediaTypes,
            Set<String> parameters,
            String vietnamese,
            String english) {
        javalin.get(path, handler);
        operations.add(new Operation(path, vietnamese, english, parameters, null, mediaTypes));
    }

    /** An address that sends events as they come, once the check lets the listener in. */
    void stream(
            String path,
            Handler check,
            Consumer<SseClient> listener,
            Set<String> parameters,
            String vietnamese,
            String english) {
        javalin.before(path, check);
        javalin.sse(path, listener);
        operations.add(new Operation(path, vietnamese, english, parameters, null, Set.of("text/event-stream")));
    }

    /** The address of the description, which is made once all others are registered. */
    void description(String path, Function<List<Operation>, Object> describe, String vietnamese, String english) {
        operations.add(new Operation(path, vietnamese, english, Set.of(), null, Set.of("application/json")));
        Object description = describe.apply(operations());
        javalin.get(path, request -> request.json(description));
    }

    /** All that was registered, in this order. */
    List<Operation> operations() {
        return List.copyOf(operations);
    }

    /** The names in both sets. */
    static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> both = new HashSet<>(some);
        both.addAll(others);
        return both;
    }
}
