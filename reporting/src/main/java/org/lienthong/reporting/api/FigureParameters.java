package org.lienthong.reporting.api;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.reporting.figures.CellFilter;
import org.lienthong.reporting.figures.Grouping;
import org.lienthong.reporting.figures.MapChoice;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.reference.Sector;

/** The parameters by which figures are asked for, the same at every address. */
final class FigureParameters {

    /** Of everything but the way of dividing. */
    static final Set<String> NAMES =
            Set.of("on", "map", "asOf", "from", "to", "sector", "procedure", "channel", "agency");

    private final Parameters parameters;

    FigureParameters(Parameters parameters) {
        this.parameters = parameters;
    }

    private enum MapName {
        FILED,
        CURRENT
    }

    /** {@code map=filed|current} or {@code asOf=DATE}; as filed where neither is given. */
    MapChoice map() throws ProblemException {
        MapName map = parameters.constant("map", MapName.class);
        LocalDate asOf = parameters.date("asOf");
        if (map != null && asOf != null) {
            throw new ProblemException(
                    ProblemCode.BAD_PARAMETER,
                    "Chỉ dùng một trong hai tham số \"map\" và \"asOf\".",
                    "Give one of \"map\" and \"asOf\", not both.");
        }
        return new MapChoice(map == MapName.CURRENT ? LocalDate.now(Clock.system(WorkingTime.ZONE)) : asOf);
    }

    /**
     * The day on which the unit's code is meant: {@code on}; on a map of a day that day, where {@code on} is not given;
     * null: its newest meaning.
     */
    @Nullable LocalDate on(MapChoice map) throws ProblemException {
        LocalDate on = parameters.date("on");
        return on == null ? map.day() : on;
    }

    CellFilter filter() throws ProblemException {
        return new CellFilter(
                parameters.period(),
                parameters.constant("sector", Sector.class),
                parameters.code("procedure"),
                parameters.constant("channel", Channel.class),
                parameters.code("agency"));
    }

    Grouping by() throws ProblemException {
        Grouping by = parameters.constant("by", Grouping.class);
        return by == null ? Grouping.NONE : by;
    }
}
