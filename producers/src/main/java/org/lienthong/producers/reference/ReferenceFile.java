package org.lienthong.producers.reference;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
     * @param level the name of a {@link UnitLevel}; another one is for the reader to refuse, with its place
     * @param successors valid from the day after {@code validTo}
     * @param members codes of the units that an AREA covers, in the meaning of its own period
     */
    public record UnitEntry(
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String level,
            String name,
            @Nullable String parent,
            List<SuccessorEntry> successors,
            List<String> members,
            @Nullable Double latitude,
            @Nullable Double longitude) {

        @JsonCreator
        public UnitEntry(
                String code,
                LocalDate validFrom,
                @Nullable LocalDate validTo,
                String level,
                String name,
                @Nullable String parent,
                @Nullable List<SuccessorEntry> successors,
                @Nullable List<String> members,
                @Nullable Double latitude,
                @Nullable Double longitude) {
            this.code = code;
            this.validFrom = validFrom;
            this.validTo = validTo;
            this.level = level;
            this.name = name;
            this.parent = parent;
            this.successors = successors == null ? List.of() : List.copyOf(successors);
            this.members = members == null ? List.of() : List.copyOf(members);
            this.latitude = latitude;
            this.longitude = longitude;
        }

        /** Empty: there is no such level. */
        public Optional<UnitLevel> knownLevel() {
            return Arrays.stream(UnitLevel.values())
                    .filter(known -> known.name().equals(level))
                    .findFirst();
        }
    }

    /**
     * A unit that takes over from another; written as its code alone where the share is not known.
     *
     * @param share of the unit that was divided, 0 to 1; null: not known
     */
    public record SuccessorEntry(String code, @Nullable Double share) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        public SuccessorEntry {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static SuccessorEntry of(String code) {
            return new SuccessorEntry(code, null);
        }
    }

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
