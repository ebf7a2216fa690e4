package org.lienthong.app.cli;

import org.jspecify.annotations.Nullable;
import org.lienthong.app.console.Messages;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.redrive.Origins;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Arguments that a command cannot use; picocli prints the message above the usage. */
final class WrongUse {

    private WrongUse() {}

    /** @param code stable, and the key of the message in the bundles */
    static ParameterException of(CommandSpec command, String code, Object... values) {
        return because(null, command, code, values);
    }

    static ParameterException because(@Nullable Throwable cause, CommandSpec command, String code, Object... values) {
        return new ParameterException(command.commandLine(), "[" + code + "] " + Messages.both(code, values), cause);
    }

    /** A quarantined record is called by the place where it was read: {@code topic-partition-offset}. */
    static Origin originOrRefuse(CommandSpec command, String text) {
        return Origins.parse(text).orElseThrow(() -> of(command, "ORIGIN_WRONG", text));
    }
}
