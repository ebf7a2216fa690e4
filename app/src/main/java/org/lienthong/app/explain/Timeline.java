package org.lienthong.app.explain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lienthong.app.console.Console;
import org.lienthong.app.console.Table;
import org.lienthong.app.console.Wrapping;
import org.lienthong.reporting.explanation.ExplanationView;
import org.lienthong.reporting.explanation.ExplanationView.EventView;
import org.lienthong.reporting.explanation.Shown;
import org.lienthong.reporting.explanation.ShownRules;
import org.lienthong.reporting.names.Named;
import org.lienthong.schemas.words.Term;

/** An explanation as an officer reads it: the answers that were asked for, then event by event. */
public final class Timeline {

    /** Of the columns, in characters. */
    private static final int[] WIDTHS = {16, 22, 30, 50, 36};

    private final ExplanationView explanation;
    private final Console console;

    private Timeline(ExplanationView explanation, Console console) {
        this.explanation = explanation;
        this.console = console;
    }

    /** @param answers whether to begin with a sentence for each field */
    public static String of(ExplanationView explanation, boolean answers, Console console) {
        return new Timeline(explanation, console).text(answers);
    }

    private String text(boolean answers) {
        StringBuilder text = new StringBuilder(console.text("explain.dossier", explanation.dossier()));
        if (answers) {
            explanation
                    .fields()
                    .forEach(field -> text.append('\n')
                            .append(console.either(
                                    field.answer().vi(), field.answer().en())));
        }
        explanation
                .missing()
                .forEach(event -> text.append('\n')
                        .append(console.text(
                                "explain.missing",
                                event.eventId(),
                                event.topic(),
                                String.valueOf(event.partition()),
                                String.valueOf(event.offset()))));
        if (!explanation.events().isEmpty()) {
            text.append("\n\n").append(table());
        } else if (!answers) {
            text.append('\n').append(console.text("explain.noEvents"));
        }
        return text.toString();
    }

    private Table table() {
        Table table = Table.toTheLeft(List.of(
                console.text("explain.time"),
                console.text("explain.event"),
                console.text("explain.agency"),
                console.text("explain.change"),
                console.text("explain.rule")));
        explanation.events().forEach(event -> rows(table, event));
        return table;
    }

    /** Who and when to the left, as many lines as it takes; what it did to the right. */
    private void rows(Table table, EventView event) {
        List<List<String>> columns = new ArrayList<>(List.of(
                Wrapping.wrap(time(event.at()), WIDTHS[0]),
                Wrapping.wrap(word(event.kind()), WIDTHS[1]),
                Wrapping.wrap(name(event.agency()) + ", " + event.system(), WIDTHS[2]),
                new ArrayList<>(),
                new ArrayList<>()));
        for (List<String> line : lines(event)) {
            List<String> change = Wrapping.wrap(line.get(0), WIDTHS[3]);
            List<String> rule = Wrapping.wrap(line.get(1), WIDTHS[4]);
            int height = Math.max(change.size(), rule.size());
            IntStream.range(0, height).forEach(i -> {
                columns.get(3).add(at(change, i));
                columns.get(4).add(at(rule, i));
            });
        }
        int height = columns.stream().mapToInt(List::size).max().orElseThrow();
        IntStream.range(0, height)
                .forEach(i ->
                        table.row(columns.stream().map(column -> at(column, i)).toArray(String[]::new)));
    }

    private static String at(List<String> lines, int i) {
        return i < lines.size() ? lines.get(i) : "";
    }

    /** What it did, with the rule or the note beside it; an event that did nothing says so. */
    private List<List<String>> lines(EventView event) {
        List<List<String>> lines = new ArrayList<>();
        event.changes()
                .forEach(change -> lines.add(List.of(
                        word(change.field()) + ": " + value(change.before()) + " → " + value(change.after()),
                        change.rules().stream().map(this::word).collect(Collectors.joining("; ")))));
        event.claims()
                .forEach(claim -> lines.add(List.of(
                        word(claim.field()) + ": " + value(claim.value()),
                        console.text(claim.conflict() ? "explain.claim" : "explain.agreeing"))));
        event.anomalies()
                .forEach(oddity -> lines.add(
                        List.of(value(oddity.detail()), console.text("explain.anomaly", word(oddity.anomaly())))));
        return lines.isEmpty() ? List.of(List.of(console.text("explain.nothing"), "")) : lines;
    }

    private String word(Term term) {
        return console.either(term.vi(), term.en());
    }

    private String value(Shown shown) {
        return console.either(shown.vi(), shown.en());
    }

    private String time(Instant at) {
        return value(ShownRules.time(at));
    }

    private static String name(Named agency) {
        return agency.name() == null ? agency.code() : agency.name() + " (" + agency.code() + ")";
    }
}
