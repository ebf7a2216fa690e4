package org.lienthong.peers;

import java.util.Locale;
import java.util.stream.Collectors;
import org.lienthong.schemas.statistics.Figures;

/** A column for each figure, in the order and by the name that it has in the schema. */
final class SqlFigures {

    static final int COUNT = Figures.getClassSchema().getFields().size();

    private SqlFigures() {}

    /** The template for each of them, separated by commas. */
    static String each(String template) {
        return Figures.getClassSchema().getFields().stream()
                .map(field -> template.formatted(field.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }
}
