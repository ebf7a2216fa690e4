package org.lienthong.app.guarantees.fault;

import java.util.Random;
import org.lienthong.app.guarantees.site.PlatformProcess;
import org.lienthong.app.guarantees.site.Site;

/** An instance dies in the middle of a transaction, and its supervisor starts it again. */
public final class PlatformKilled implements Fault {

    @Override
    public String name() {
        return "kill -9 of the platform";
    }

    @Override
    public void strike(Site site, Random dice) {
        PlatformProcess platform = site.anyPlatform(dice);
        platform.kill();
        platform.start();
    }
}
