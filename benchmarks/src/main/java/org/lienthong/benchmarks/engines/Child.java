package org.lienthong.benchmarks.engines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A program of the benchmark in a Java process of its own. It ends when its standard input does. */
final class Child implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 60;

    private static final String MARK = "> ";
    private static final String END = "";

    private final Process process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final PrintStream questions;

    private Child(Process process) {
        this.process = process;
        questions = new PrintStream(process.getOutputStream(), true, UTF_8);
    }

    /** Starts the program's main class; what it logs goes to the file. */
    static Child start(Class<?> program, List<String> jvm, Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(jvm);
        command.add(Shape.chosen().option());
        command.add(program.getName());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(Redirect.appendTo(log.toFile()))
                .start();
        Child child = new Child(process);
        Thread listening = new Thread(() -> child.listen(log), "output of " + process.pid());
        listening.setDaemon(true);
        listening.start();
        return child;
    }

    /** What is not read in time would stop the program. */
    private void listen(Path log) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
                Writer rest = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(MARK)) {
                    answers.add(line.substring(MARK.length()));
                } else {
                    rest.append(line).append('\n').flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            answers.add(END);
        }
    }

    /** In the program: answers whoever started it. What else it prints is its log. */
    static void say(String answer) {
        System.out.println(MARK + answer);
    }

    /** The next answer. */
    String answer() throws IOException, InterruptedException {
        String answer = answers.take();
        if (answer.equals(END)) {
            throw new IOException("the process " + process.pid() + " ended early");
        }
        return answer;
    }

    String ask(String question) throws IOException, InterruptedException {
        questions.println(question);
        return answer();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Itself and what it started. */
    Stream<ProcessHandle> processes() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants());
    }

    /** Waits for a program that ends by itself. */
    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** As a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        questions.close();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            processes().forEach(ProcessHandle::destroyForcibly);
            process.waitFor();
        }
    }
}
