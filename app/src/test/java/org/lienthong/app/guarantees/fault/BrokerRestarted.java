package org.lienthong.app.guarantees.fault;

import java.util.Random;
import org.lienthong.app.guarantees.site.Site;

/** The only broker is stopped in order and started again. */
public final class BrokerRestarted implements Fault {

    @Override
    public String name() {
        return "restart of the broker";
    }

    @Override
    public void strike(Site site, Random dice) {
        site.broker().stop();
        site.broker().start();
    }
}
