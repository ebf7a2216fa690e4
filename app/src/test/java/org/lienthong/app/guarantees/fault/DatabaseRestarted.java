package org.lienthong.app.guarantees.fault;

import java.util.Random;
import org.lienthong.app.guarantees.site.Site;

/** PostgreSQL ends all connections, stops and starts again. */
public final class DatabaseRestarted implements Fault {

    @Override
    public String name() {
        return "restart of PostgreSQL";
    }

    @Override
    public void strike(Site site, Random dice) {
        site.database().stop();
        site.database().start();
    }
}
