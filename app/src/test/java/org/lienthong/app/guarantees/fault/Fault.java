package org.lienthong.app.guarantees.fault;

import java.util.Random;
import org.lienthong.app.guarantees.site.Site;

/**
 * Something that goes wrong while events come in. When it has struck, whatever it broke is up again or starting: what a
 * supervisor would do is part of it.
 */
public interface Fault {

    /** As a person says it. */
    String name();

    /** @param dice decides what the fault leaves open */
    void strike(Site site, Random dice);
}
