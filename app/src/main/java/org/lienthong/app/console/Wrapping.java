package org.lienthong.app.console;

import java.util.ArrayList;
import java.util.List;

/** Breaks text at its blanks, so that a column stays narrow. */
public final class Wrapping {

    private Wrapping() {}

    /** Lines of at most so many characters; a longer word has a line of its own. At least one line. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && Table.width(line) + 1 + Table.width(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
