package org.lienthong.app.cli;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.errors.ProcessorStateException;
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
        Optional<Throwable> registry = find(error, SchemaRegistryException.class);
        if (registry.isPresent()) {
            return report(command, "REGISTRY_TROUBLE", registry.get(), ExitStatus.CANNOT_RUN);
        }
        Optional<Throwable> state = find(error, ProcessorStateException.class);
        if (state.isPresent()) {
            return report(command, "STATE_UNUSABLE", root(state.get()), ExitStatus.CANNOT_RUN);
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

    private static int report(CommandLine command, String code, Throwable error, int status) {
        String detail = error.getMessage() == null ? error.toString() : error.getMessage();
        command.getErr().println("[" + code + "] " + Messages.both(code, detail));
        return status;
    }

    /** What it names is in its own message, however deep Kafka Streams has wrapped it. */
    private static Optional<Throwable> find(Throwable error, Class<? extends Throwable> type) {
        return causes(error).filter(type::isInstance).findFirst();
    }

    /** The operating system's word, such as "No space left on device", stands at the very end. */
    private static Throwable root(Throwable error) {
        return causes(error).reduce(error, (outer, inner) -> inner);
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause);
    }
}
