package org.lienthong.producers.reference;

import static org.lienthong.producers.problem.ProblemCode.UNIT_LEVEL_UNKNOWN;
import static org.lienthong.producers.publish.TextRules.nfc;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lienthong.producers.problem.Problem;
import org.lienthong.producers.reference.ReferenceFile.AgencyEntry;
import org.lienthong.producers.reference.ReferenceFile.ProcedureEntry;
import org.lienthong.producers.reference.ReferenceFile.UnitEntry;
import org.lienthong.producers.yaml.InvalidFileException;
import org.lienthong.producers.yaml.StrictYaml;
import org.lienthong.schemas.avro.TrustedClasses;
import org.lienthong.schemas.reference.Agency;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.Successor;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;

/** Units, procedures and agencies that belong together, as they go to the exchange. Names are in NFC. */
public record ReferenceData(List<Unit> units, List<Procedure> procedures, List<Agency> agencies) {

    /** The levels that a file can name. */
    public static final String LEVELS =
            Arrays.stream(UnitLevel.values()).map(Enum::name).collect(Collectors.joining(", "));

    static {
        TrustedClasses.trust();
    }

    public ReferenceData {
        units = List.copyOf(units);
        procedures = List.copyOf(procedures);
        agencies = List.copyOf(agencies);
    }

    /** Di Linh before and after the reform of 1 July 2025, with its province's departments and procedures. */
    public static ReferenceData diLinh() {
        ReferenceData units = shipped("dilinh/units.yaml");
        ReferenceData procedures = shipped("dilinh/procedures.yaml");
        ReferenceData agencies = shipped("dilinh/agencies.yaml");
        return new ReferenceData(units.units, procedures.procedures, agencies.agencies);
    }

    public static ReferenceData of(ReferenceFile file) {
        return new ReferenceData(
                file.units().stream().map(ReferenceData::unit).toList(),
                file.procedures().stream().map(ReferenceData::procedure).toList(),
                file.agencies().stream().map(ReferenceData::agency).toList());
    }

    /** The identity of a unit, {@code code@validFrom}, and its key on the topic. */
    public static String key(Unit unit) {
        return unit.getCode() + "@" + unit.getValidFrom();
    }

    /** The unit that the code meant on that day. */
    public Optional<Unit> unitOn(String code, LocalDate day) {
        return units.stream()
                .filter(u -> u.getCode().equals(code) && isValid(u.getValidFrom(), u.getValidTo(), day))
                .findFirst();
    }

    /** The agencies that served a unit on that day. */
    public Stream<Agency> agenciesOn(String unitCode, LocalDate day) {
        return agencies.stream()
                .filter(a -> a.getUnitCode().equals(unitCode) && isValid(a.getValidFrom(), a.getValidTo(), day));
    }

    private static boolean isValid(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    private static ReferenceData shipped(String name) {
        return of(StrictYaml.resource(ReferenceData.class, name, ReferenceFile.class));
    }

    /**
     * The unit as it goes to the exchange.
     *
     * @throws InvalidFileException when it has a level that does not exist
     */
    public static Unit unit(UnitEntry entry) {
        return Unit.newBuilder()
                .setCode(entry.code())
                .setValidFrom(entry.validFrom())
                .setValidTo(entry.validTo())
                .setLevel(entry.knownLevel()
                        .orElseThrow(() -> new InvalidFileException(
                                Problem.of(UNIT_LEVEL_UNKNOWN, "units", entry.code(), entry.level(), LEVELS))))
                .setName(nfc(entry.name()))
                .setParentCode(entry.parent())
                .setSuccessors(entry.successors().stream()
                        .map(successor -> new Successor(successor.code(), successor.share()))
                        .toList())
                .setMembers(entry.members())
                .setLatitude(entry.latitude())
                .setLongitude(entry.longitude())
                .build();
    }

    private static Procedure procedure(ProcedureEntry entry) {
        return new Procedure(
                entry.code(),
                nfc(entry.name()),
                entry.sector(),
                entry.level(),
                entry.hours(),
                entry.fee(),
                entry.online(),
                entry.permitKind());
    }

    private static Agency agency(AgencyEntry entry) {
        return new Agency(
                entry.id(),
                nfc(entry.name()),
                entry.parent(),
                entry.unit(),
                entry.level(),
                entry.validFrom(),
                entry.validTo());
    }
}
