package org.lienthong.producers.reference;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.UnitLevel;

/** Reference data as people write it; see {@code dilinh/*.yaml} for examples. Missing lists are empty. */
public record ReferenceFile(List<UnitEntry> units, List<ProcedureEntry> procedures, List<AgencyEntry> agencies) {

    public ReferenceFile(
            @Nullable List<UnitEntry> units,
            @Nullable List<ProcedureEntry> procedures,
            @Nullable List<AgencyEntry> agencies) {
        this.units = units == null ? List.of() : List.copyOf(units);
        this.procedures = procedures == null ? List.of() : List.copyOf(procedures);
        this.agencies = agencies == null ? List.of() : List.copyOf(agencies);
    }

    /**
     * A dated administrative unit.
     *
     * @param validTo last day; null: still valid
     * @param successors codes valid from the day after {@code validTo}
     */
    public record UnitEntry(
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            UnitLevel level,
            String name,
            @Nullable String parent,
            @Nullable List<String> successors,
            @Nullable Double latitude,
            @Nullable Double longitude) {}

    /** @param hours statutory time limit in working hours; 0: none */
    public record ProcedureEntry(
            String code,
            String name,
            Sector sector,
            UnitLevel level,
            int hours,
            boolean fee,
            boolean online,
            @Nullable String permitKind) {}

    /** An agency and the unit it serves; a null date means no bound. */
    public record AgencyEntry(
            String id,
            String name,
            @Nullable String parent,
            String unit,
            UnitLevel level,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
