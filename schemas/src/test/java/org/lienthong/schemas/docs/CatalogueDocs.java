package org.lienthong.schemas.docs;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.LogicalTypes.Decimal;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Type;
import org.lienthong.schemas.exchange.ReceiptMessages;
import org.lienthong.schemas.topic.Topic;

/** The catalogue and the schemas as pages for people. */
final class CatalogueDocs {

    private static final String GENERATED = "<!-- Generated from the code; a test compares. Do not edit. -->\n\n";
    private static final Pattern KEY = Pattern.compile("Key(?: of the topic)?: (.*?)\\.?$");

    private CatalogueDocs() {}

    static String topics(List<? extends Topic<?>> topics) {
        StringBuilder page = new StringBuilder(GENERATED);
        page.append("# Topics\n\n")
                .append("Keys are UTF-8 strings. Values are Avro in the Confluent wire format, under the subject")
                .append(" `<topic>-value`; the records are in [schemas.md](schemas.md).\n\n")
                .append("Access: **OPEN**, any connected agency, no personal data; **RESTRICTED**, by grant;")
                .append(" **INTERNAL**, between two jobs, no promise to anybody else.\n\n")
                .append("| topic | key | value | partitions | cleanup | retention | owner | access | meaning |\n")
                .append("| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n");
        for (Topic<?> topic : topics) {
            page.append(row(
                    code(topic.name()),
                    code(key(topic)),
                    link(topic.schema()),
                    String.valueOf(topic.partitions()),
                    topic.cleanup().name().toLowerCase(Locale.ROOT),
                    retention(topic),
                    topic.owner(),
                    topic.access().name(),
                    topic.meaning()));
        }
        return page.toString();
    }

    static String schemas(Collection<Schema> types) {
        StringBuilder page = new StringBuilder(GENERATED);
        page.append("# Schemas\n\n")
                .append(
                        "Every type on the wire. `pii` marks personal data: it never appears in a log, an error, a metric")
                .append(
                        " or a receipt. The records of topics are in [avro/](avro/) too, each complete in one file.\n\n");
        page.append(types.stream()
                .sorted(Comparator.comparing(Schema::getName))
                .map(CatalogueDocs::section)
                .collect(Collectors.joining("\n")));
        return page.toString();
    }

    static String receiptCodes() {
        StringBuilder page = new StringBuilder(GENERATED);
        page.append("# Receipt codes\n\n")
                .append(
                        "The `code` of a receipt on `exchange.receipts`, what became of the event and what to do. The codes")
                .append(" are stable; the texts travel with each receipt and may be worded better.\n\n")
                .append("| code | tiếng Việt | English |\n| --- | --- | --- |\n");
        for (String code : ReceiptMessages.codes()) {
            ReceiptMessages.Message message = ReceiptMessages.of(code);
            page.append(row(code(code), message.vi(), message.en()));
        }
        return page.toString();
    }

    /** What the record says its key is. */
    static String key(Topic<?> topic) {
        Matcher matcher = KEY.matcher(topic.schema().getDoc());
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String section(Schema type) {
        StringBuilder section = new StringBuilder();
        section.append("## ").append(type.getName()).append("\n\n");
        section.append(type.getDoc()).append("\n\n");
        section.append(code(type.getFullName())).append("\n\n");
        if (type.getType() == Type.ENUM) {
            String symbols =
                    type.getEnumSymbols().stream().map(CatalogueDocs::code).collect(Collectors.joining(", "));
            section.append("One of ").append(symbols);
            section.append(
                    type.getEnumDefault() == null
                            ? "; closed.\n"
                            : "; an unknown one is read as " + code(type.getEnumDefault()) + ".\n");
            return section.toString();
        }
        if (type.getFields().isEmpty()) {
            return section.append("No fields.\n").toString();
        }
        section.append("| field | type | default | pii | meaning |\n| --- | --- | --- | --- | --- |\n");
        for (Schema.Field field : type.getFields()) {
            section.append(row(
                    code(field.name()),
                    AvroTypes.cell(field.schema()),
                    byDefault(field),
                    AvroTypes.isPersonal(field) ? "pii" : "",
                    Optional.ofNullable(field.doc()).orElse("")));
        }
        return section.toString();
    }

    private static String byDefault(Schema.Field field) {
        if (!field.hasDefaultValue()) {
            return "";
        }
        Object value = field.defaultVal();
        if (value == JsonProperties.NULL_VALUE) {
            return code("null");
        }
        if (value instanceof byte[] bytes && field.schema().getLogicalType() instanceof Decimal decimal) {
            return code(new BigDecimal(new BigInteger(bytes), decimal.getScale()).toPlainString());
        }
        return code(String.valueOf(value));
    }

    private static String retention(Topic<?> topic) {
        return topic.retention().map(r -> r.toDays() + " days").orElse("for ever");
    }

    private static String link(Schema type) {
        return "[%s](schemas.md#%s)".formatted(type.getName(), type.getName().toLowerCase(Locale.ROOT));
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String row(String... cells) {
        return Stream.of(cells).map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
