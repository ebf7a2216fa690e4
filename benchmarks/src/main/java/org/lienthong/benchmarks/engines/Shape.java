package org.lienthong.benchmarks.engines;

import java.util.Locale;

/**
 * What a year is told of. Chosen once for a command and all programs that it starts.
 *
 * @see Country
 */
enum Shape {
    /** As Viet Nam was before the reform of 2025. */
    COUNTRY(63, 700, 10_000),
    /** One of its larger provinces. */
    PROVINCE(1, 12, 144);

    private static final String PROPERTY = "bench.shape";

    final int provinces;
    final int districts;
    final int communes;

    /** @param communes as many in each district */
    Shape(int provinces, int districts, int communes) {
        this.provinces = provinces;
        this.districts = districts;
        this.communes = communes;
    }

    static Shape chosen() {
        return valueOf(System.getProperty(PROPERTY, COUNTRY.name()));
    }

    void choose() {
        System.setProperty(PROPERTY, name());
    }

    /** For a program that is to have the same. */
    String option() {
        return "-D" + PROPERTY + "=" + name();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
