package org.lienthong.app.guarantees;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lienthong.app.guarantees.Evidence.StoredReceipt;
import org.lienthong.schemas.exchange.Receipt;
import org.lienthong.schemas.redrive.Origins;

/**
 * Along the receipts of a dossier its record grows by one event at a time, and events of one topic come in the order in
 * which they were published.
 */
final class OrderPerDossier implements Guarantee {

    @Override
    public String name() {
        return "each dossier keeps its order";
    }

    @Override
    public List<String> breaches(Evidence found, CleanRun clean) {
        List<String> breaches = new ArrayList<>();
        Map<String, Integer> versions = new HashMap<>();
        Map<String, StoredReceipt> latest = new HashMap<>();
        for (StoredReceipt stored : found.receipts()) {
            Receipt receipt = stored.receipt();
            if (stored.folded()) {
                int version = versions.getOrDefault(receipt.getDossierCode(), 0);
                if (receipt.getRecordVersion() != version + 1) {
                    breaches.add("%s: %s of %s has version %d after %d"
                            .formatted(
                                    stored.place(),
                                    receipt.getCode(),
                                    receipt.getDossierCode(),
                                    receipt.getRecordVersion(),
                                    version));
                }
                versions.put(receipt.getDossierCode(), receipt.getRecordVersion());
            }
            // A receipt of bytes that could not be read belongs to no dossier.
            if (receipt.getDossierCode() != null) {
                StoredReceipt before = latest.put(
                        receipt.getDossierCode() + " on " + receipt.getOrigin().getTopic(), stored);
                if (before != null
                        && before.receipt().getOrigin().getOffset()
                                >= receipt.getOrigin().getOffset()
                        && before.receipt().getOrigin().getPartition()
                                == receipt.getOrigin().getPartition()) {
                    breaches.add("%s is for %s, the receipt %s before it for %s"
                            .formatted(
                                    stored.place(),
                                    Origins.text(receipt.getOrigin()),
                                    before.place(),
                                    Origins.text(before.receipt().getOrigin())));
                }
            }
        }
        return breaches;
    }
}
