package org.lienthong.app.console;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Plain text columns, the first to the left, the others to the right or left, a rule under the heading. */
public final class Table {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final boolean toTheLeft;

    /** Numbers behind a name: the other columns to the right. */
    public Table(List<String> heading) {
        this(heading, false);
    }

    private Table(List<String> heading, boolean toTheLeft) {
        this.toTheLeft = toTheLeft;
        rows.add(List.copyOf(heading));
    }

    /** Text to be read: all columns to the left. */
    public static Table toTheLeft(List<String> heading) {
        return new Table(heading, true);
    }

    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    @Override
    public String toString() {
        int columns = rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row.get(i)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String cell = rows.get(r).get(i);
                String padding = " ".repeat(widths[i] - width(cell));
                line.append(i == 0 ? "" : GAP).append(i == 0 || toTheLeft ? cell + padding : padding + cell);
            }
            text.append(line.toString().stripTrailing()).append(System.lineSeparator());
            if (r == 0) {
                int total = Arrays.stream(widths).sum() + GAP.length() * (columns - 1);
                text.append("─".repeat(total)).append(System.lineSeparator());
            }
        }
        return text.toString();
    }

    /** In characters as a person counts them: a letter with its marks is one. */
    static int width(CharSequence text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text.toString());
        int count = 0;
        while (characters.next() != BreakIterator.DONE) {
            count++;
        }
        return count;
    }
}
