package org.lienthong.app.guarantees.fault;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Random;
import org.lienthong.app.guarantees.site.PlatformProcess;
import org.lienthong.app.guarantees.site.Site;

/**
 * An instance dies while the registry is away, and starts without it. (One that runs knows its schemas: it does not
 * notice.)
 */
public final class RegistryOutage implements Fault {

    private static final Duration ASKED_WITHIN = Duration.ofSeconds(60);
    private static final int TIMES_IN_VAIN = 3;

    @Override
    public String name() {
        return "start without the registry";
    }

    @Override
    public void strike(Site site, Random dice) {
        PlatformProcess platform = site.anyPlatform(dice);
        site.registry().stop();
        platform.kill();
        try (HungUpPort calls = HungUpPort.on(site.registry().url().getPort())) {
            platform.start();
            await("calls for the registry").atMost(ASKED_WITHIN).until(() -> calls.count() >= TIMES_IN_VAIN);
        }
        site.registry().start();
    }
}
