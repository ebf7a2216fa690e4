package org.lienthong.app.guarantees.fault;

import java.util.Random;
import org.lienthong.app.guarantees.site.Site;

/** The only broker dies and starts again on the data that it had. */
public final class BrokerKilled implements Fault {

    @Override
    public String name() {
        return "kill -9 of the broker";
    }

    @Override
    public void strike(Site site, Random dice) {
        site.broker().kill();
        site.broker().start();
    }
}
