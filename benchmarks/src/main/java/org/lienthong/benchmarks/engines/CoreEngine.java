package org.lienthong.benchmarks.engines;

import org.lienthong.streams.dossier.DossierSyncTopology.Scope;

/** The same jobs without what no other engine makes: receipts, ledger, alerts, and cells finer than a unit. */
public final class CoreEngine extends ProductEngine {

    @Override
    public String name() {
        return "core";
    }

    @Override
    Scope scope() {
        return Scope.CORE;
    }
}
