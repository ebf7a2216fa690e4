package org.lienthong.benchmarks.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;

/** People who ask one question after the other over HTTP, as browsers do: kept connections, gzipped answers. */
final class Asking {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String url;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param url of the page, with a slash at its end */
    Asking(String url) {
        this.url = url;
    }

    /** Makes the path of the next question. */
    interface Question {
        String next(Random random);
    }

    /** Each client asks again as soon as it has its answer, until the time is over. */
    Latencies ask(int clients, Duration time, Question question) throws InterruptedException {
        Latencies latencies = new Latencies();
        ExecutorService people = Executors.newFixedThreadPool(clients);
        long end = System.nanoTime() + time.toNanos();
        List<Future<?>> asking = new ArrayList<>();
        for (int client = 0; client < clients; client++) {
            Random random = new Random(client);
            asking.add(people.submit(() -> {
                while (System.nanoTime() < end) {
                    long start = System.nanoTime();
                    get(question.next(random));
                    latencies.record(System.nanoTime() - start);
                }
                return null;
            }));
        }
        try {
            for (Future<?> one : asking) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a question was not answered", e.getCause());
        } finally {
            people.shutdownNow();
        }
        return latencies;
    }

    /** The answer as JSON; short ones come as they are. */
    JsonNode json(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = get(path);
        InputStream body = new ByteArrayInputStream(answer.body());
        boolean gzipped =
                answer.headers().firstValue("content-encoding").orElse("").equals("gzip");
        try (InputStream plain = gzipped ? new GZIPInputStream(body) : body) {
            return JSON.readTree(plain);
        }
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Accept-Encoding", "gzip")
                .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("HTTP " + answer.statusCode() + " of " + path);
        }
        return answer;
    }
}
