package org.lienthong.benchmarks.engines;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import javax.management.JMException;
import javax.management.ObjectName;
import org.lienthong.runtime.broker.EmbeddedBroker;

/** A broker in a process of its own: says where it is, and when asked how many bytes it took and gave. */
final class BrokerProgram {

    private static final String METER = "kafka.server:type=BrokerTopicMetrics,name=";

    private BrokerProgram() {}

    public static void main(String[] arguments) throws IOException, JMException {
        try (EmbeddedBroker broker = EmbeddedBroker.start(Path.of(arguments[0]), 0)) {
            Child.say(broker.settings().bootstrapServers());
            while (System.in.read() >= 0) {
                if (System.in.available() == 0) {
                    Child.say(bytes("BytesInPerSec") + " " + bytes("BytesOutPerSec"));
                }
            }
        }
        System.exit(0);
    }

    private static Object bytes(String meter) throws JMException {
        return ManagementFactory.getPlatformMBeanServer().getAttribute(new ObjectName(METER + meter), "Count");
    }
}
