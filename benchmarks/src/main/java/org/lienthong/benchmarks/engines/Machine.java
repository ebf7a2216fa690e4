package org.lienthong.benchmarks.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux knows about processes: their processor time and memory. */
final class Machine {

    /** Of /proc: USER_HZ, which is 100 on every common Linux. */
    private static final double TICKS_PER_SECOND = 100;

    private static final int IDLE = 4;
    private static final int WAITING_FOR_DISK = 5;

    /** After the last parenthesis of /proc/PID/stat, from 0: utime and stime. */
    private static final int USER_TIME = 11;

    private static final int SYSTEM_TIME = 12;

    private Machine() {}

    /** Seconds that all processors together have worked since the machine started. */
    static double busySeconds() {
        String[] fields = read(Path.of("/proc/stat"))
                .lines()
                .findFirst()
                .orElse("")
                .trim()
                .split("\\s+");
        long ticks = 0;
        for (int i = 1; i < fields.length && i <= 8; i++) {
            if (i != IDLE && i != WAITING_FOR_DISK) {
                ticks += Long.parseLong(fields[i]);
            }
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** Seconds of processor time of these processes so far; one that has ended counts nothing. */
    static double processorSeconds(Stream<ProcessHandle> processes) {
        return processes
                .mapToDouble(process -> {
                    String stat = read(Path.of("/proc", String.valueOf(process.pid()), "stat"));
                    if (stat.isEmpty()) {
                        return 0;
                    }
                    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
                    return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME])) / TICKS_PER_SECOND;
                })
                .sum();
    }

    /** The most memory, in megabytes, that these processes held at a time, each by itself. */
    static long peakMegabytes(Stream<ProcessHandle> processes) {
        return processes
                .mapToLong(process -> read(Path.of("/proc", String.valueOf(process.pid()), "status"))
                        .lines()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .sum())
                .sum();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return ""; // not Linux, or the process has just ended
        }
    }
}
