package org.lienthong.streams.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.schemas.calendar.WorkingTime;
import org.lienthong.schemas.reference.Procedure;
import org.lienthong.schemas.reference.Sector;
import org.lienthong.schemas.reference.UnitLevel;
import org.lienthong.schemas.reference.WorkingDay;
import org.lienthong.schemas.registry.LocalSchemaRegistry;
import org.lienthong.schemas.registry.RegistryUnavailableException;
import org.lienthong.schemas.registry.SchemaRegistryClient;
import org.lienthong.schemas.serde.AvroSerdes;
import org.lienthong.schemas.topic.Topic;
import org.lienthong.schemas.topic.Topics;

class ReferenceTablesTest {

    private static final LocalDate NATIONAL_DAY = LocalDate.of(2025, 9, 2);

    private final LocalSchemaRegistry registry = new LocalSchemaRegistry();
    private final AvroSerdes serdes = new AvroSerdes(registry, true);
    private boolean registryAway;
    private final List<WorkingTime> times = new ArrayList<>();
    private final List<ProcedureLimits> limits = new ArrayList<>();

    @TempDir
    Path state;

    private TopologyTestDriver driver;
    private TestInputTopic<String, String> asks;
    private TestInputTopic<String, WorkingDay> days;
    private TestInputTopic<String, Procedure> procedures;

    @BeforeEach
    void start() {
        AvroSerdes serdesOfTheJob = new AvroSerdes(registryThatMayBeAway(), true);
        Topology topology = new Topology();
        WorkingDaysTable workingDays = WorkingDaysTable.addTo(topology, serdesOfTheJob);
        ProceduresTable limitTable = ProceduresTable.addTo(topology, serdesOfTheJob);
        topology.addSource("read", new StringDeserializer(), new StringDeserializer(), "asks");
        topology.addProcessor("ask", () -> new Asking(workingDays, limitTable), "read");
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        driver = new TopologyTestDriver(topology, config);
        asks = driver.createInputTopic("asks", new StringSerializer(), new StringSerializer());
        days = input(Topics.WORKING_DAYS);
        procedures = input(Topics.REF_PROCEDURES);
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void whatIsMadeOfATableIsKeptUntilTheTableChanges() {
        asks.pipeInput("", "");
        asks.pipeInput("", "");
        days.pipeInput("2025-09-02", new WorkingDay(NATIONAL_DAY, false, "Quốc khánh"));
        asks.pipeInput("", "");
        days.pipeInput("2025-09-02", (WorkingDay) null);
        asks.pipeInput("", "");

        assertThat(times.get(1)).isSameAs(times.get(0));
        assertThat(times).extracting(time -> time.isWorkingDay(NATIONAL_DAY)).containsExactly(true, true, false, true);
        assertThat(limits.get(3)).as("a table that did not change").isSameAs(limits.get(0));
    }

    @Test
    void onlyAProcedureWithALimitHasOne() {
        procedures.pipeInput("1.000001", procedure("1.000001", 40));
        procedures.pipeInput("1.000002", procedure("1.000002", 0));
        asks.pipeInput("", "");

        ProcedureLimits known = limits.get(0);
        assertThat(known.limitHours("1.000001")).hasValue(40);
        assertThat(known.limitHours("1.000002")).isEmpty();
        assertThat(known.limitHours("1.999999")).isEmpty();
        assertThat(known.limitHours(null)).isEmpty();
    }

    @Test
    void theThreadThatLoadsTheTablesDoesNotNeedTheRegistry() {
        registryAway = true;
        days.pipeInput("2025-09-02", new WorkingDay(NATIONAL_DAY, false, "Quốc khánh"));

        assertThatThrownBy(() -> asks.pipeInput("", "")).hasRootCauseInstanceOf(RegistryUnavailableException.class);
        registryAway = false;
        asks.pipeInput("", "");
        assertThat(times.get(0).isWorkingDay(NATIONAL_DAY)).isFalse();
    }

    private SchemaRegistryClient registryThatMayBeAway() {
        return (SchemaRegistryClient) Proxy.newProxyInstance(
                ReferenceTablesTest.class.getClassLoader(),
                new Class<?>[] {SchemaRegistryClient.class},
                (proxy, method, arguments) -> {
                    if (registryAway) {
                        throw new RegistryUnavailableException("away", null);
                    }
                    return method.invoke(registry, arguments);
                });
    }

    private static Procedure procedure(String code, int hours) {
        return new Procedure(
                code, "Procedure " + code, Sector.CONSTRUCTION, UnitLevel.COMMUNE, hours, false, true, null);
    }

    private <V extends SpecificRecord> TestInputTopic<String, V> input(Topic<V> topic) {
        return driver.createInputTopic(
                topic.name(), new StringSerializer(), serdes.of(topic).serializer());
    }

    /** Notes what it reads at every record. */
    private final class Asking implements Processor<String, String, Void, Void> {

        private final WorkingDaysTable workingDays;
        private final ProceduresTable procedureTable;
        private Supplier<WorkingTime> workingTime;
        private Supplier<ProcedureLimits> procedureLimits;

        Asking(WorkingDaysTable workingDays, ProceduresTable procedureTable) {
            this.workingDays = workingDays;
            this.procedureTable = procedureTable;
        }

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            workingTime = workingDays.reader(context);
            procedureLimits = procedureTable.reader(context);
        }

        @Override
        public void process(Record<String, String> ask) {
            times.add(workingTime.get());
            limits.add(procedureLimits.get());
        }
    }
}
