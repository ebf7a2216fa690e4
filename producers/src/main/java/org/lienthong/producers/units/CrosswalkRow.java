package org.lienthong.producers.units;

import org.jspecify.annotations.Nullable;

/**
 * What became of one commune, or of a part of it. A district without communes (a small island) has a row of its own.
 *
 * @param line in the file, from 1
 * @param was the commune of before; null: the district had none
 */
record CrosswalkRow(
        long line,
        Named wasProvince,
        Named wasDistrict,
        @Nullable Named was,
        Named province,
        Named commune,
        Seat seat) {

    record Named(String code, String name) {}

    /** In degrees, WGS 84; null: not known. */
    record Seat(@Nullable Double latitude, @Nullable Double longitude) {}
}
