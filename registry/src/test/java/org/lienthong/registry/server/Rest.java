package org.lienthong.registry.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What a person with curl would do. */
public final class Rest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String url;

    public Rest(String url) {
        this.url = url;
    }

    /** An answer of the registry. */
    public record Answer(int status, JsonNode body, String contentType) {

        /** The body of an answer that has to be a success. */
        public JsonNode ok() {
            assertThat(status).as("%s", body).isEqualTo(200);
            return body;
        }

        /** Asserts an error of this code. */
        public void fails(int httpStatus, int errorCode) {
            assertThat(body.path("error_code").asInt()).as("%s", body).isEqualTo(errorCode);
            assertThat(body.path("message").asText()).isNotBlank();
            assertThat(status).isEqualTo(httpStatus);
        }
    }

    public Answer get(String path) {
        return call("GET", path, "");
    }

    public Answer post(String path, String body) {
        return call("POST", path, body);
    }

    public Answer put(String path, String body) {
        return call("PUT", path, body);
    }

    public Answer delete(String path) {
        return call("DELETE", path, "");
    }

    public Answer register(String subject, String schema) {
        return post("/subjects/" + subject + "/versions", body(schema));
    }

    public static String body(String schema) {
        return JSON.createObjectNode().put("schema", schema).toString();
    }

    private Answer call(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    JSON.readTree(response.body()),
                    response.headers().firstValue("Content-Type").orElse(""));
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
