package org.lienthong.app.guarantees;

import java.util.List;

/** Something that the platform promises, whatever goes wrong. */
interface Guarantee {

    /** As a person says it. */
    String name();

    /**
     * What breaks it, a line each, with offsets and codes; empty when it holds.
     *
     * @param clean what the same events give when nothing goes wrong
     */
    List<String> breaches(Evidence found, CleanRun clean);
}
