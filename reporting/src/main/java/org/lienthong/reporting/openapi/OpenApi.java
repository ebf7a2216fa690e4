package org.lienthong.reporting.openapi;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The description of the API, made of what is registered and of the types of the answers: it cannot say anything else.
 */
public final class OpenApi {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final JsonMapper json;
    private final JsonSchemas schemas;

    private OpenApi(JsonMapper json) {
        this.json = json;
        this.schemas = new JsonSchemas(json);
    }

    /** @param problem the record of every answer that is no success, {@code application/problem+json} */
    public static ObjectNode of(Collection<Operation> operations, Type problem, JsonMapper json) {
        return new OpenApi(json).describe(operations, problem);
    }

    private ObjectNode describe(Collection<Operation> operations, Type problem) {
        ObjectNode document = json.createObjectNode().put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Liên Thông")
                .put("version", "1")
                .put(
                        "description",
                        "Hồ sơ, số liệu, chỉ số của các đơn vị. / Dossiers, figures and indexes of units. "
                                + "Every answer has an ETag; figures are gzipped where the client takes it.");
        document.putArray("servers").addObject().put("url", "/");
        ObjectNode paths = document.putObject("paths");
        for (Operation operation : operations) {
            paths.putObject(operation.path()).set("get", get(operation));
        }
        ObjectNode components = document.putObject("components");
        ObjectNode refused = components.putObject("responses").putObject("Problem");
        refused.put("description", "Vấn đề, hai ngôn ngữ (RFC 9457). / A problem, in both languages.");
        refused.putObject("content").putObject("application/problem+json").set("schema", schemas.of(problem));
        components.set("schemas", schemas.components());
        return document;
    }

    private ObjectNode get(Operation operation) {
        ObjectNode get = json.createObjectNode();
        get.put("summary", operation.vietnamese()).put("description", operation.english());
        ArrayNode parameters = get.putArray("parameters");
        Matcher variable = VARIABLE.matcher(operation.path());
        while (variable.find()) {
            parameters.add(QueryParameters.describe(variable.group(1), "path", json));
        }
        new TreeSet<>(operation.parameters())
                .forEach(name -> parameters.add(QueryParameters.describe(name, "query", json)));
        ObjectNode responses = get.putObject("responses");
        ObjectNode content = responses
                .putObject("200")
                .put("description", operation.english())
                .putObject("content");
        if (operation.answer() != null) {
            content.putObject("application/json").set("schema", schemas.of(operation.answer()));
        }
        operation.mediaTypes().forEach(content::putObject);
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
        return get;
    }
}
