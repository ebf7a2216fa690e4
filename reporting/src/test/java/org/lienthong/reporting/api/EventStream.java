package org.lienthong.reporting.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Listens to server-sent events as a small client does: line by line. */
final class EventStream implements AutoCloseable {

    private final BufferedReader lines;
    final HttpResponse<?> response;

    /** @param lastEventId where an earlier connection ended; empty: nowhere */
    EventStream(Client client, String path, String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(client.uri(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "text/event-stream")
                .header("Accept-Encoding", "gzip");
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<java.io.InputStream> answer = Client.HTTP.send(request.build(), BodyHandlers.ofInputStream());
        response = answer;
        assertThat(answer.headers().firstValue("content-encoding")).as("compression would hold events back").isEmpty();
        lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /** Waits for the next event: its fields by name. */
    Map<String, String> next() throws IOException {
        Map<String, String> fields = new HashMap<>();
        String line = lines.readLine();
        while (line != null && (!line.isEmpty() || fields.isEmpty())) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.put(line.substring(0, colon), line.substring(colon + 1).strip());
            }
            line = lines.readLine();
        }
        return fields;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
