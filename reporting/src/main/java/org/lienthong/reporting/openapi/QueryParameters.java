package org.lienthong.reporting.openapi;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.figures.Grouping;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.dossier.DossierStatus;
import org.lienthong.schemas.exchange.DeadlineAlertKind;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.UnitLevel;

/** What the parameters of the API mean: one name means the same at every address. */
final class QueryParameters {

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            Map.entry(
                    "after",
                    text("Tiếp sau chỗ này: \"next\" của lần trước.", "Go on here: \"next\" of the page before.")),
            Map.entry("agency", text("Mã định danh cơ quan.", "Id of the agency.")),
            Map.entry("asOf", day("Quy đổi theo bản đồ đơn vị của ngày này.", "Restated to the map of this day.")),
            Map.entry("by", names("Chia theo.", "Divided by.", Grouping.values())),
            Map.entry("channel", names("Kênh thực hiện.", "How it was filed.", Channel.values())),
            Map.entry("code", text("Mã hồ sơ, đơn vị hoặc bất thường.", "Code of the dossier, unit or anomaly.")),
            Map.entry("dossier", text("Mã hồ sơ.", "Code of the dossier.")),
            Map.entry("eventId", text("Mã sự kiện.", "Id of the event.")),
            Map.entry("field", text("Trường của hồ sơ.", "Field of the record.")),
            Map.entry(
                    "file",
                    text("Tên báo cáo và định dạng: dossiers.csv.", "Name of the report and format: dossiers.csv.")),
            Map.entry("from", text("Từ tháng (yyyy-MM) hoặc ngày nộp.", "From this month (yyyy-MM) or day of filing.")),
            Map.entry("id", text("Mã định danh cơ quan.", "Id of the agency.")),
            Map.entry("kind", names("Loại cảnh báo.", "Kind of alert.", DeadlineAlertKind.values())),
            Map.entry("level", names("Cấp đơn vị.", "Level of the units.", UnitLevel.values())),
            Map.entry(
                    "limit",
                    new Meaning("Số dòng nhiều nhất.", "How many rows at most.", "integer", "int32", List.of())),
            Map.entry(
                    "map",
                    new Meaning(
                            "filed: theo đơn vị lúc nộp; current: theo bản đồ hiện nay.",
                            "filed: each dossier under the unit of its day; current: restated to today's map.",
                            "string",
                            null,
                            List.of("filed", "current"))),
            Map.entry("metric", text("Mã chỉ tiêu.", "Code of the metric.")),
            Map.entry("on", day("Ngày mà mã đơn vị có nghĩa.", "The day on which the unit's code is meant.")),
            Map.entry("outcome", names("Kết quả của sự kiện.", "What became of the event.", Outcome.values())),
            Map.entry("overdue", new Meaning("Đang quá hạn.", "Overdue now.", "boolean", null, List.of())),
            Map.entry("period", text("Năm (2025) hoặc tháng (2025-07).", "A year (2025) or a month (2025-07).")),
            Map.entry("procedure", text("Mã thủ tục.", "Code of the procedure.")),
            Map.entry(
                    "q",
                    text(
                            "Phần đầu của mã hồ sơ; với thủ tục: một phần của mã hoặc tên.",
                            "The beginning of a code or alias; of a procedure, a part of its code or name.")),
            Map.entry("reason", text("Lý do cách ly.", "Reason of the quarantine.")),
            Map.entry("sector", names("Lĩnh vực.", "Sector.", Sector.values())),
            Map.entry("since", text("Từ thời điểm hoặc ngày.", "From this time or day.")),
            Map.entry("state", text("Trạng thái cách ly.", "State of the quarantine.")),
            Map.entry("status", names("Trạng thái.", "Status.", DossierStatus.values())),
            Map.entry("to", text("Đến hết tháng hoặc ngày nộp.", "To this month or day of filing, included.")),
            Map.entry("unit", text("Mã đơn vị, gồm cả đơn vị trực thuộc.", "Code of the unit, with all below it.")),
            Map.entry("until", text("Đến trước thời điểm hoặc ngày.", "Before this time or day.")));

    private QueryParameters() {}

    private record Meaning(
            String vietnamese,
            String english,
            String type,
            @Nullable String format,
            List<String> values) {}

    private static Meaning text(String vietnamese, String english) {
        return new Meaning(vietnamese, english, "string", null, List.of());
    }

    private static Meaning day(String vietnamese, String english) {
        return new Meaning(vietnamese, english, "string", "date", List.of());
    }

    private static Meaning names(String vietnamese, String english, Enum<?>[] constants) {
        return new Meaning(
                vietnamese,
                english,
                "string",
                null,
                Arrays.stream(constants).map(Enum::name).toList());
    }

    /** @param in {@code path} or {@code query} */
    static ObjectNode describe(String name, String in, JsonMapper json) {
        Meaning meaning = MEANINGS.get(name);
        if (meaning == null) {
            throw new IllegalArgumentException("the parameter " + name + " has no meaning: add it to QueryParameters");
        }
        ObjectNode parameter = json.createObjectNode();
        parameter.put("name", name).put("in", in);
        parameter.put("required", in.equals("path"));
        parameter.put("description", meaning.vietnamese() + " / " + meaning.english());
        ObjectNode schema = parameter.putObject("schema").put("type", meaning.type());
        if (meaning.format() != null) {
            schema.put("format", meaning.format());
        }
        if (!meaning.values().isEmpty()) {
            ArrayNode values = schema.putArray("enum");
            meaning.values().forEach(values::add);
        }
        return parameter;
    }
}
