package org.lienthong.benchmarks.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What people ask, at random: one in five about the province, the others about a commune or a former district. */
final class Questions {

    private static final YearMonth YEAR = YearMonth.of(2025, 1);
    private static final List<String> FILTERS = List.of(
            "overdue=true",
            "status=RETURNED",
            "status=SUPPLEMENT_REQUESTED",
            "procedure=1.004494",
            "from=2025-08-01&to=2025-08-31",
            "q=H36.10",
            "channel=ONLINE");

    private final Asking asking;
    private final List<String> units = new ArrayList<>();

    Questions(Asking asking) throws IOException, InterruptedException {
        this.asking = asking;
        for (JsonNode unit : asking.json("v1/units?on=2025-12-31").at("/units")) {
            units.add(unit.at("/code").asText());
        }
        units.remove(Province.CODE);
    }

    String overview(Random random) {
        return "v1/units/" + unit(random) + "/overview" + (random.nextBoolean() ? "?map=current" : "");
    }

    String search(Random random) {
        return "v1/dossiers?unit=" + unit(random) + "&on=2025-12-31&limit=50&"
                + FILTERS.get(random.nextInt(FILTERS.size()));
    }

    /** Overviews of the whole province that nobody has asked for yet: each of another stretch of months. */
    Latencies uncached() throws IOException, InterruptedException {
        Latencies latencies = new Latencies();
        for (int first = 0; first < 12; first++) {
            for (String map : List.of("filed", "current")) {
                long start = System.nanoTime();
                asking.json("v1/units/" + Province.CODE + "/overview?on=2025-12-31&map=" + map + "&from="
                        + YEAR.plusMonths(first));
                latencies.record(System.nanoTime() - start);
            }
        }
        return latencies;
    }

    private String unit(Random random) {
        return random.nextInt(5) == 0 ? Province.CODE : units.get(random.nextInt(units.size()));
    }
}
