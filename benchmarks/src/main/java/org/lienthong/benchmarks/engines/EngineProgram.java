package org.lienthong.benchmarks.engines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.lienthong.runtime.settings.KafkaSettings;

/** An engine in a process of its own. */
final class EngineProgram {

    private EngineProgram() {}

    /** All there are on the class path. */
    static List<Engine> engines() {
        return ServiceLoader.load(Engine.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    /** @param arguments name of the engine, address of the broker, directory, threads */
    public static void main(String[] arguments) throws Exception {
        Engine engine = engines().stream()
                .filter(one -> one.name().equals(arguments[0]))
                .findFirst()
                .orElseThrow();
        Job job = new Job(new KafkaSettings(arguments[1]), Path.of(arguments[2]), Integer.parseInt(arguments[3]));
        try (Engine.Running running = engine.start(job);
                BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            while (questions.readLine() != null) {
                Child.say(running.digests().orElseThrow().text());
            }
        }
        System.exit(0);
    }
}
