package org.lienthong.app.guarantees.fault;

import java.util.Random;
import org.lienthong.app.guarantees.site.Site;

/** PostgreSQL loses its last commits, which the sink does not wait for, and recovers. */
public final class DatabaseCrashed implements Fault {

    @Override
    public String name() {
        return "crash of PostgreSQL";
    }

    @Override
    public void strike(Site site, Random dice) {
        site.database().crash();
        site.database().start();
    }
}
