package org.lienthong.benchmarks.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lienthong.app.platform.Platform;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.producers.reference.ReferenceLoader;
import org.lienthong.schemas.reference.Successor;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;

/** Another reform: every commune of the province goes into the one commune of its former district, on 1 July 2026. */
final class Restating {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

    private final Platform platform;
    private final Asking asking;

    Restating(Platform platform, Asking asking) {
        this.platform = platform;
        this.asking = asking;
    }

    /** @return seconds from publishing the reform to the province's figures on the new map, and communes on it */
    Map<String, Object> measure() throws IOException, InterruptedException {
        List<Unit> reform = new ArrayList<>();
        for (Unit unit : new Province().units()) {
            if (unit.getLevel() == UnitLevel.AREA) {
                reform.add(Unit.newBuilder(unit).setValidTo(DAY.minusDays(1)).build());
                reform.add(Unit.newBuilder(unit)
                        .setLevel(UnitLevel.COMMUNE)
                        .setMembers(List.of())
                        .setValidFrom(DAY)
                        .build());
            } else if (unit.getLevel() == UnitLevel.COMMUNE && unit.getValidTo() == null) {
                String district = unit.getCode().contains(".")
                        ? unit.getCode().substring(unit.getCode().indexOf('.'))
                        : "";
                reform.add(Unit.newBuilder(unit)
                        .setValidTo(DAY.minusDays(1))
                        .setSuccessors(List.of(new Successor("679" + district, null)))
                        .build());
            }
        }
        String path = "v1/units/" + Province.CODE + "/overview?asOf=" + DAY;
        long received = asking.json(path).at("/figures/received").asLong();
        long start = System.nanoTime();
        new ReferenceLoader(platform.settings().kafka(), platform.registry())
                .load(new ReferenceData(reform, List.of(), List.of()));
        JsonNode overview = asking.json(path);
        while (communes(overview, received) < 0) {
            overview = asking.json(path);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return Map.of("seconds", Math.round(seconds * 100) / 100.0, "communes", communes(overview, received));
    }

    /** How many communes the map has when its figures are whole; -1: the reform is not in them yet. */
    private static int communes(JsonNode overview, long received) {
        int communes = 0;
        long sum = 0;
        for (JsonNode child : overview.at("/children")) {
            if (!child.at("/validFrom").asText().equals(DAY.toString())) {
                return -1;
            }
            communes++;
            sum += child.at("/figures/received").asLong();
        }
        boolean whole = communes > 0 && overview.at("/figures/received").asLong() == received && sum <= received;
        return whole ? communes : -1;
    }
}
