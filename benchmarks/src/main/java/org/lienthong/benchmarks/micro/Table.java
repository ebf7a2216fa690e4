package org.lienthong.benchmarks.micro;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The measurements as a table in Markdown; a benchmark whose name ends in {@code Plain} is the peer of the other. */
final class Table {

    private static final String PEER = "Plain";

    private Table() {}

    static String of(List<Measured> measured) {
        Map<String, Measured> byName = measured.stream().collect(Collectors.toMap(Measured::name, Function.identity()));
        return measured.stream()
                .map(one -> line(one, byName.get(one.name() + PEER)))
                .collect(Collectors.joining("\n", """
                        | benchmark | ns/op | ± | B/op | time, to plain Avro | bytes, to plain Avro |
                        | --- | ---: | ---: | ---: | ---: | ---: |
                        """, "\n"));
    }

    private static String line(Measured one, @Nullable Measured peer) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %,.0f | %,.0f | %s | %s |",
                one.name(),
                one.nanos(),
                one.error(),
                one.bytes(),
                ratio(one, peer, Measured::nanos),
                ratio(one, peer, Measured::bytes));
    }

    private static String ratio(Measured one, @Nullable Measured peer, ToDoubleFunction<Measured> of) {
        return peer == null ? "" : String.format(Locale.ROOT, "%.2f", of.applyAsDouble(one) / of.applyAsDouble(peer));
    }
}
