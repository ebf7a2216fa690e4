package org.lienthong.registry.server;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Parameters after the question mark; unknown ones are nobody's concern. */
final class Query {

    private Query() {}

    static boolean flag(Context context, String name) {
        return Boolean.parseBoolean(context.queryParam(name));
    }

    static String text(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }

    /** The part of a list that {@code offset} and {@code limit} ask for. */
    static <T> List<T> page(Context context, List<T> all) {
        int from = Math.min(number(context, "offset", 0), all.size());
        int limit = number(context, "limit", all.size());
        return all.subList(from, (int) Math.min((long) from + limit, all.size()));
    }

    /** What is no number, or below zero, means the same as nothing, as with Confluent's registry. */
    private static int number(Context context, String name, int otherwise) {
        try {
            int number = Integer.parseInt(text(context, name));
            return number < 0 ? otherwise : number;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
