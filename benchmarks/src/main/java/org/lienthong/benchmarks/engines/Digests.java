package org.lienthong.benchmarks.engines;

import org.lienthong.reporting.digest.Digest;

/** What two right runs agree in: the latest record of each dossier, and the figures of each unit that are not zero. */
public record Digests(Digest records, Digest statistics) {

    private static final Digest NONE = new Digest(0, "none");

    /** Of an engine that does not count. */
    Digests withoutStatistics() {
        return new Digests(records, NONE);
    }

    /** In one line. */
    String text() {
        return records.count() + " " + records.sha256() + " " + statistics.count() + " " + statistics.sha256();
    }

    static Digests parse(String text) {
        String[] words = text.split(" ");
        return new Digests(
                new Digest(Long.parseLong(words[0]), words[1]), new Digest(Long.parseLong(words[2]), words[3]));
    }
}
