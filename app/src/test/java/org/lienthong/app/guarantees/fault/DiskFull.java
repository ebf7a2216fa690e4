package org.lienthong.app.guarantees.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.lienthong.app.guarantees.site.PlatformProcess;
import org.lienthong.app.guarantees.site.Site;

/** No file of an instance can grow any more: it must end and say so, and work again once there is room. */
public final class DiskFull implements Fault {

    private static final int CANNOT_RUN = 3;

    @Override
    public String name() {
        return "full disk";
    }

    @Override
    public void strike(Site site, Random dice) {
        PlatformProcess platform = site.anyPlatform(dice);
        platform.takeRoom();
        assertThat(platform.awaitEnd()).as("exit status, %s", platform.output()).isEqualTo(CANNOT_RUN);
        assertThat(platform.output()).anyMatch(line -> line.startsWith("[STATE_UNUSABLE] "));
        platform.start();
    }
}
