package org.lienthong.app.guarantees;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lienthong.app.guarantees.Evidence.StoredReceipt;
import org.lienthong.schemas.exchange.Origin;
import org.lienthong.schemas.exchange.Outcome;
import org.lienthong.schemas.redrive.Origins;

/**
 * Every record that was sent is on its topic and has exactly one receipt; what is wrong is quarantined, nothing else.
 */
final class NothingLost implements Guarantee {

    @Override
    public String name() {
        return "nothing is lost";
    }

    @Override
    public List<String> breaches(Evidence found, CleanRun clean) {
        List<String> breaches = new ArrayList<>();
        if (found.inputs().size() != clean.sound() + clean.wrong()) {
            breaches.add("%d records were acknowledged, %d are on the topics"
                    .formatted(clean.sound() + clean.wrong(), found.inputs().size()));
        }
        Map<Origin, List<StoredReceipt>> byOrigin = found.receipts().stream()
                .collect(groupingBy(stored -> stored.receipt().getOrigin()));
        for (Origin input : found.inputs()) {
            List<StoredReceipt> receipts = byOrigin.getOrDefault(input, List.of());
            if (receipts.size() != 1) {
                breaches.add("%s has %d receipts %s"
                        .formatted(
                                Origins.text(input),
                                receipts.size(),
                                receipts.stream().map(StoredReceipt::place).toList()));
            }
        }
        if (byOrigin.size() != found.inputs().size()) {
            breaches.add("%d records have receipts, %d are on the topics"
                    .formatted(byOrigin.size(), found.inputs().size()));
        }
        List<StoredReceipt> quarantined = found.receipts().stream()
                .filter(stored -> stored.receipt().getOutcome() == Outcome.QUARANTINED)
                .toList();
        if (quarantined.size() != clean.wrong()) {
            breaches.add("%d wrong records were sent, quarantined are %s"
                    .formatted(
                            clean.wrong(),
                            quarantined.stream()
                                    .map(q -> Origins.text(q.receipt().getOrigin()) + " "
                                            + q.receipt().getCode())
                                    .toList()));
        }
        return breaches;
    }
}
