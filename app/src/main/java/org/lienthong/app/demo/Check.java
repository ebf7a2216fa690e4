package org.lienthong.app.demo;

/**
 * One thing that must be so after a run.
 *
 * @param name key of its sentence in the bundles, after {@code check.}
 */
public record Check(String name, long expected, long found) {

    public boolean passed() {
        return expected == found;
    }
}
