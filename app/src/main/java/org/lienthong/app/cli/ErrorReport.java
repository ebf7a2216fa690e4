package org.lienthong.app.cli;

import org.apache.kafka.common.KafkaException;
import org.lienthong.app.console.Messages;
import org.lienthong.app.platform.PlatformException;
import org.lienthong.producers.eventlog.ImportRefusedException;
import org.lienthong.producers.publish.PublishFailedException;
import org.lienthong.producers.yaml.InvalidFileException;
import org.lienthong.reporting.api.PortTakenException;
import org.lienthong.reporting.database.DatabaseMigrationException;
import org.lienthong.runtime.broker.EmbeddedBrokerException;
import org.lienthong.runtime.job.JobFailedException;
import org.lienthong.runtime.settings.SettingsException;
import org.lienthong.runtime.topics.TopicConflictException;
import org.lienthong.schemas.registry.SchemaRegistryException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what stopped a command into a message for a person and an exit status; the stack trace goes to the log. */
final class ErrorReport implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception error, CommandLine command, ParseResult arguments) {
        LoggerFactory.getLogger(ErrorReport.class).error("command failed", error);
        if (error instanceof SettingsException) {
            return report(command, "SETTINGS_WRONG", error, ExitStatus.WRONG_USE);
        }
        if (error instanceof PlatformException platform) {
            command.getErr().println("[" + platform.code() + "] " + platform.getMessage());
            return ExitStatus.CANNOT_RUN;
        }
        if (error instanceof SchemaRegistryException) {
            return report(command, "REGISTRY_TROUBLE", error, ExitStatus.CANNOT_RUN);
        }
        if (error instanceof TopicConflictException) {
            return report(command, "TOPICS_DIFFER", error, ExitStatus.CANNOT_RUN);
        }
        if (error instanceof InvalidFileException || error instanceof ImportRefusedException) {
            return asItIs(command, error, ExitStatus.WRONG_USE);
        }
        if (error instanceof PortTakenException
                || error instanceof DatabaseMigrationException
                || error instanceof PublishFailedException) {
            return asItIs(command, error, ExitStatus.CANNOT_RUN);
        }
        if (error instanceof KafkaException || error instanceof EmbeddedBrokerException) {
            return report(command, "KAFKA_TROUBLE", error, ExitStatus.CANNOT_RUN);
        }
        if (error instanceof JobFailedException) {
            return report(command, "JOB_STOPPED", error, ExitStatus.CANNOT_RUN);
        }
        if (error instanceof InterruptedException) {
            return ExitStatus.CANNOT_RUN;
        }
        return report(command, "UNEXPECTED", error, ExitStatus.CANNOT_RUN);
    }

    /** For errors whose message has its code and both languages already. */
    private static int asItIs(CommandLine command, Exception error, int status) {
        command.getErr().println(error.getMessage());
        return status;
    }

    private static int report(CommandLine command, String code, Exception error, int status) {
        String detail = error.getMessage() == null ? error.toString() : error.getMessage();
        command.getErr().println("[" + code + "] " + Messages.both(code, detail));
        return status;
    }
}
