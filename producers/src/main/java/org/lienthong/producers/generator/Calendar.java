package org.lienthong.producers.generator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.lienthong.producers.reference.ReferenceData;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.dossier.Channel;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.Unit;
import org.lienthong.schemas.reference.UnitLevel;

/** What is filed when and where: the openings of the year's dossiers. */
final class Calendar {

    static final int YEAR = 2025;

    /** How busy the months are: quiet around Tết, busy after it, in summer and before the year ends. */
    private static final double[] MONTHS = {0.8, 0.7, 1.2, 1.1, 1.0, 1.2, 1.0, 1.1, 1.0, 1.1, 1.1, 1.0};

    /** On days off only the portal is open. */
    private static final double DAY_OFF = 0.05;

    private static final int MINUTES_PER_DAY = 24 * 60;

    private final WorkingTime workingTime;
    private final Offices offices;
    private final List<Procedure> procedures;
    private final double[] days = new double[LocalDate.of(YEAR, 12, 31).getDayOfYear()];
    private final double[] procedureWeights;
    private final double[] homeWeights;

    Calendar(ReferenceData data, WorkingTime workingTime, Offices offices) {
        this.workingTime = workingTime;
        this.offices = offices;
        this.procedures = data.procedures();
        this.procedureWeights =
                cumulative(procedures.stream().mapToDouble(Calendar::frequency).toArray());
        this.homeWeights =
                cumulative(offices.homes().stream().mapToDouble(Calendar::size).toArray());
        double[] weights = new double[days.length];
        for (int i = 0; i < days.length; i++) {
            LocalDate day = LocalDate.ofYearDay(YEAR, i + 1);
            weights[i] = MONTHS[day.getMonthValue() - 1] * (workingTime.isWorkingDay(day) ? 1 : DAY_OFF);
        }
        System.arraycopy(cumulative(weights), 0, days, 0, days.length);
    }

    Opening opening(int number, Dice dice) {
        LocalDate day = LocalDate.ofYearDay(YEAR, dice.weighted(days) + 1);
        Procedure procedure = procedures.get(dice.weighted(procedureWeights));
        Unit home = offices.homes().get(dice.weighted(homeWeights));
        Channel channel = channel(day, procedure, dice);
        Instant filedAt = filedAt(day, channel, dice);
        return new Opening(number, filedAt, procedure, home, offices.receiving(procedure, home, filedAt), channel);
    }

    /** More and more online as the year goes on. */
    private Channel channel(LocalDate day, Procedure procedure, Dice dice) {
        if (!workingTime.isWorkingDay(day)) {
            return Channel.ONLINE;
        }
        double online = procedure.getOnline() ? 0.40 + 0.35 * day.getDayOfYear() / days.length : 0;
        double drawn = dice.fraction();
        if (drawn < online) {
            return Channel.ONLINE;
        }
        return drawn < online + 0.04 ? Channel.POSTAL : Channel.DIRECT;
    }

    private Instant filedAt(LocalDate day, Channel channel, Dice dice) {
        Instant midnight = day.atStartOfDay().toInstant(WorkingTime.OFFSET);
        int second = dice.between(0, 59);
        if (channel != Channel.ONLINE) {
            int minutes = dice.between(1, (int) WorkingTime.DAY.toMinutes() - 30);
            return workingTime.plus(midnight, Duration.ofMinutes(minutes)).plusSeconds(second);
        }
        // The sum of two draws: mostly by day, now and then at night.
        int minute = dice.between(0, MINUTES_PER_DAY / 2) + dice.between(0, MINUTES_PER_DAY / 2 - 1);
        return midnight.plusSeconds(minute * 60L + second);
    }

    /** Communes see people daily; departments see the few who need them. */
    private static double frequency(Procedure procedure) {
        if (procedure.getLevel() == UnitLevel.COMMUNE) {
            return procedure.getSector() == Sector.CIVIL_JUSTICE ? 10 : 4;
        }
        return procedure.getLevel() == UnitLevel.DISTRICT ? 3 : 1.2;
    }

    /** The township is about three times a commune; the two communes in the far south are small. */
    private static double size(Unit home) {
        return switch (home.getCode()) {
            case "25000" -> 3.2;
            case "25015", "25024", "25027", "25036", "25042" -> 1.5;
            case "25048", "25051" -> 0.5;
            default -> 1;
        };
    }

    private static double[] cumulative(double[] weights) {
        double sum = 0;
        double[] sums = new double[weights.length];
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            sums[i] = sum;
        }
        return sums;
    }
}
