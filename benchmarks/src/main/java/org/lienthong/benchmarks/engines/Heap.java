package org.lienthong.benchmarks.engines;

import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The heap of an engine's virtual machine.
 *
 * @param size as Java takes it, such as {@code 4g}
 */
record Heap(String size) {

    private static final Pattern SIZE = Pattern.compile("[1-9][0-9]*[kmgKMG]");

    /** All engines get it whole from the start, and the same collector. */
    List<String> jvmOptions() {
        return List.of("-Xms" + size, "-Xmx" + size, "-XX:+UseParallelGC");
    }

    /** Reads it from the command line. */
    static final class Converter implements ITypeConverter<Heap> {

        @Override
        public Heap convert(String value) {
            if (!SIZE.matcher(value).matches()) {
                throw new TypeConversionException("'" + value + "' is no size such as 512m or 4g");
            }
            return new Heap(value);
        }
    }
}
