package org.lienthong.app.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.quarantine.MomentRules;
import org.lienthong.reporting.quarantine.QuarantineFilter;
import org.lienthong.reporting.quarantine.QuarantineFilter.Stage;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Which quarantined records a command means. */
final class QuarantineFilterOptions {

    @Option(names = "--reason", paramLabel = "CODE", description = "Set aside for this reason, e.g. KEY_MISMATCH")
    private @Nullable String reason;

    @Option(names = "--agency", paramLabel = "ID", description = "Stated by this agency, e.g. H36.25")
    private @Nullable String agency;

    @Option(names = "--dossier", paramLabel = "CODE", description = "About this dossier")
    private @Nullable String dossier;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Received then or later: 2025-07-01 (Asia/Ho_Chi_Minh) or 2025-07-01T08:30:00+07:00")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Received before then; a date is meant to its end")
    private @Nullable String until;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "open: not redriven, as far as receipts say (default); redriven; all")
    private @Nullable Stage stage;

    /** Whether the user has said anything about which records are meant. */
    boolean isGiven() {
        return Stream.of(reason, agency, dossier, since, until, stage).anyMatch(Objects::nonNull);
    }

    /** @throws picocli.CommandLine.ParameterException when a time is none */
    QuarantineFilter filter(CommandSpec command) {
        return new QuarantineFilter(
                reason,
                agency,
                dossier,
                moment(command, "--since", since, MomentRules::since),
                moment(command, "--until", until, MomentRules::until),
                stage == null ? Stage.OPEN : stage);
    }

    private static @Nullable Instant moment(
            CommandSpec command, String option, @Nullable String text, Function<String, Instant> parser) {
        if (text == null) {
            return null;
        }
        try {
            return parser.apply(text);
        } catch (DateTimeException e) {
            throw WrongUse.because(e, command, "MOMENT_WRONG", option, text);
        }
    }
}
