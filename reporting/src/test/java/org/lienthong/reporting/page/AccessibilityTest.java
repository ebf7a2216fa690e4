package org.lienthong.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every view, in both languages, on a wide and a small screen, light and dark, by the rules of WCAG 2.2 AA in axe-core.
 */
class AccessibilityTest {

    @RegisterExtension
    static final PageExtension PAGE = new PageExtension();

    private static final List<String> VIEWS = List.of(
            "#/unit/68",
            "#/unit/25000?map=current",
            "#/dossier/" + PageYear.DOSSIER,
            "#/overdue?unit=68",
            "#/dossiers?q=nothing",
            "#/index/68?period=2025",
            "#/costly/68/TDGQ?period=2025",
            "#/quality",
            "#/readiness/68",
            "#/report/68?month=2025-07",
            "#/unit/nowhere");

    private static final String RUN = """
            const done = arguments[0];
            document.querySelectorAll('details').forEach(details => { details.open = true; });
            axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(
                found => done(found.violations.map(violation => violation.id + ': ' + violation.help + '\\n'
                    + violation.nodes.slice(0, 3).map(node => '  ' + node.html + '\\n    ' + node.failureSummary).join('\\n'))
                    .join('\\n')), done);
            """;

    static Stream<Arguments> views() {
        return VIEWS.stream().flatMap(view -> Stream.of(arguments(view, false, false), arguments(view, true, true)));
    }

    /** @param small on a phone, in English; wide: in Vietnamese */
    @ParameterizedTest(name = "{0}, small: {1}, dark: {2}")
    @MethodSource("views")
    void aViewBreaksNoRule(String view, boolean small, boolean dark) throws IOException {
        PAGE.browser().resize(small ? PageExtension.PHONE : 1280, 900);
        PAGE.browser().darkMode(dark);
        PAGE.open(view);
        if (small) {
            PAGE.speakEnglish();
        }
        PAGE.browser().run(axe());

        assertThat(String.valueOf(PAGE.browser().later(RUN))).isEmpty();
    }

    private static String axe() throws IOException {
        try (InputStream script = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
