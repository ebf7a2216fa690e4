package org.lienthong.app.guarantees.fault;

import java.util.Random;
import org.lienthong.app.guarantees.site.PlatformProcess;
import org.lienthong.app.guarantees.site.Site;

/** An instance is stopped and comes back on an empty disk. */
public final class StateDeleted implements Fault {

    @Override
    public String name() {
        return "loss of the state directory";
    }

    @Override
    public void strike(Site site, Random dice) {
        PlatformProcess platform = site.anyPlatform(dice);
        platform.terminate();
        platform.deleteState();
        platform.start();
    }
}
