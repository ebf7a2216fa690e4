package org.lienthong.app.guarantees.fault;

import java.util.Random;
import org.lienthong.app.guarantees.site.PlatformProcess;
import org.lienthong.app.guarantees.site.Site;

/** One instance after the other is stopped in order and started again, as for a new version. */
public final class RollingRestart implements Fault {

    @Override
    public String name() {
        return "rolling restart of the platform";
    }

    @Override
    public void strike(Site site, Random dice) {
        for (PlatformProcess platform : site.platforms()) {
            platform.terminate();
            platform.start();
            platform.awaitReady();
        }
    }
}
