package org.lienthong.registry.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/** Turns text and references into an Avro schema, and back into the text that is stored. */
final class SchemaReader {

    private final Function<Reference, SchemaContent> references;

    /** @param references gives the schema referred to, or throws {@link RegistryException} */
    SchemaReader(Function<Reference, SchemaContent> references) {
        this.references = references;
    }

    /** The schema with all types that it refers to. */
    Schema schema(SchemaContent content) {
        return parse(content, false).schema();
    }

    /**
     * The content as it is stored.
     *
     * @param normalize also orders custom attributes, so that only the meaning counts
     * @throws RegistryException 42201 where it is no Avro schema
     */
    SchemaContent canonical(SchemaContent given, boolean normalize) {
        Parsed parsed = parse(given, true);
        String text = text(parsed);
        return new SchemaContent(normalize ? SchemaNormalizer.normalize(text) : text, given.references());
    }

    private record Parsed(Schema schema, Collection<Schema> foreign) {}

    private Parsed parse(SchemaContent content, boolean strict) {
        // What is stored was checked by somebody before; only new text has to keep every rule.
        NameValidator names = strict ? NameValidator.STRICT_VALIDATOR : NameValidator.NO_VALIDATION;
        Schema.Parser parser = new Schema.Parser(names).setValidateDefaults(false);
        try {
            content.references().forEach(reference -> include(parser, reference));
            List<Schema> foreign = new ArrayList<>(parser.getTypes().values());
            Schema schema = parser.setValidateDefaults(strict).parse(content.text());
            return new Parsed(schema, foreign);
        } catch (NullPointerException e) {
            // How Avro 1.12 answers a schema that is nothing but the name of an unknown type.
            throw RegistryException.invalidSchema("it names a type that is not defined");
        } catch (AvroRuntimeException | IllegalArgumentException | ClassCastException e) {
            throw RegistryException.invalidSchema(String.valueOf(e.getMessage()));
        }
    }

    private void include(Schema.Parser parser, Reference reference) {
        if (!parser.getTypes().containsKey(reference.name())) {
            SchemaContent content = references.apply(reference);
            content.references().forEach(deeper -> include(parser, deeper));
            parser.parse(content.text());
        }
    }

    /** Avro has no other way to write a schema without the types that it only refers to. */
    @SuppressWarnings("deprecation")
    private static String text(Parsed parsed) {
        return parsed.foreign().isEmpty()
                ? parsed.schema().toString()
                : parsed.schema().toString(parsed.foreign(), false);
    }
}
