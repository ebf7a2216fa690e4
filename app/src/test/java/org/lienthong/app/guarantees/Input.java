package org.lienthong.app.guarantees;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.lienthong.producers.generator.DiLinhYear;
import org.lienthong.producers.generator.SilentYear;
import org.lienthong.producers.generator.WrongRecord;
import org.lienthong.producers.generator.YearSink;
import org.lienthong.schemas.dossier.DossierEvent;
import org.lienthong.schemas.permit.PermitEvent;
import org.lienthong.streams.record.Fact;

/**
 * What agencies send in a run: the year of Di Linh with its late, doubled and wrong records, and more of it late and
 * doubled than there.
 *
 * @param deliveries dossier events, permit events and wrong records, in the order of sending
 */
record Input(List<Object> deliveries) {

    private static final double DELAYED = 0.10;
    private static final double DOUBLED = 0.05;

    static Input of(long seed, int dossiers) {
        Random dice = new Random(seed);
        List<Object> year = year(seed, dossiers);
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < year.size(); i++) {
            int at = dice.nextDouble() < DELAYED ? i + dice.nextInt(year.size()) : i;
            deliveries.add(new Delivery(at, year.get(i)));
            if (dice.nextDouble() < DOUBLED && !(year.get(i) instanceof WrongRecord)) {
                deliveries.add(new Delivery(i + dice.nextInt(year.size()), year.get(i)));
            }
        }
        deliveries.sort(Comparator.comparingInt(Delivery::at));
        return new Input(deliveries.stream().map(Delivery::what).toList());
    }

    /** The sound events, each as often as it is sent. */
    Stream<Fact> facts() {
        return deliveries.stream().flatMap(what -> {
            if (what instanceof DossierEvent event) {
                return Stream.of(Fact.of(event));
            }
            return what instanceof PermitEvent event ? Stream.of(Fact.of(event)) : Stream.empty();
        });
    }

    long wrongRecords() {
        return deliveries.stream().filter(WrongRecord.class::isInstance).count();
    }

    static void send(Object delivery, YearSink sink) {
        if (delivery instanceof DossierEvent event) {
            sink.publish(event);
        } else if (delivery instanceof PermitEvent event) {
            sink.publish(event);
        } else {
            sink.publishWrong((WrongRecord) delivery);
        }
    }

    private record Delivery(int at, Object what) {}

    private static List<Object> year(long seed, int dossiers) {
        List<Object> year = new ArrayList<>();
        new DiLinhYear(seed).emit(0, dossiers, DiLinhYear.END, new Collector(year), opened -> {});
        return year;
    }

    /** Reports of agencies are left out: they are no input of the merge. */
    private static final class Collector extends SilentYear {

        private final List<Object> year;

        Collector(List<Object> year) {
            this.year = year;
        }

        @Override
        public void publish(DossierEvent event) {
            year.add(event);
        }

        @Override
        public void publish(PermitEvent event) {
            year.add(event);
        }

        @Override
        public void publishWrong(WrongRecord record) {
            year.add(record);
        }
    }
}
