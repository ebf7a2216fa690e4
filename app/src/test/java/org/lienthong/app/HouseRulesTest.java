package org.lienthong.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Wrapper;

/** The rules of the house; each message says how to mend a breach. */
@AnalyzeClasses(
        packages = "org.lienthong",
        importOptions = {ImportOption.DoNotIncludeTests.class, HouseRulesTest.NoHarness.class})
class HouseRulesTest {

    /** The test harness of runtime comes as a jar of its own. */
    static final class NoHarness implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule roomsDependOneWay = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("app")
            .definedBy("org.lienthong.app..")
            .layer("registry")
            .definedBy("org.lienthong.registry..")
            .layer("producers")
            .definedBy("org.lienthong.producers..")
            .layer("streams")
            .definedBy("org.lienthong.streams..")
            .layer("reporting")
            .definedBy("org.lienthong.reporting..")
            .layer("runtime")
            .definedBy("org.lienthong.runtime..")
            .layer("schemas")
            .definedBy("org.lienthong.schemas..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("registry")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("producers")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("streams")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("reporting")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("runtime")
            .mayOnlyBeAccessedByLayers("app", "registry", "producers", "streams", "reporting")
            .as("app → {registry, producers, streams, reporting} → runtime → schemas: "
                    + "move what two siblings share down to runtime or schemas, or join them in app");

    @ArchTest
    static final ArchRule packagesAreNamedByFeature = noClasses()
            .should()
            .resideInAnyPackage("..util..", "..utils..", "..common..", "..impl..", "..model..", "..helper..")
            .as("name a package by the feature it serves, not by the kind of thing in it");

    @ArchTest
    static final ArchRule runtimeKnowsNoDomain = noClasses()
            .that()
            .resideInAPackage("org.lienthong.runtime..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.lienthong.schemas.dossier..",
                    "org.lienthong.schemas.permit..",
                    "org.lienthong.schemas.reference..",
                    "org.lienthong.schemas.exchange..",
                    "org.lienthong.schemas.readiness..",
                    "org.lienthong.schemas.statistics..")
            .as("runtime is true of any Kafka application: move what names a dossier to the room that uses it");

    @ArchTest
    static final ArchRule rulesArePure = noClasses()
            .that()
            .haveSimpleNameEndingWith("Rules")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka.streams..", "org.apache.kafka.clients..", "io.javalin..", "java.io..")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Wrapper.class)
            .as("a class named Rules is a pure function of its arguments: move the plumbing out of it");

    @ArchTest
    static final ArchRule rulesReadNoClock = noClasses()
            .that()
            .haveSimpleNameEndingWith("Rules")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .as("rules take the time as an argument, so that they converge and can be tested");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("org.lienthong.(*).(*)..")
            .should()
            .beFreeOfCycles()
            .as("packages of a room form no cycle: turn one dependency round, or merge the two");

    @ArchTest
    static final ArchRule schemasKnowNoOtherRoom = classes()
            .that()
            .resideInAPackage("org.lienthong.schemas..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackages(
                    "org.lienthong.app..",
                    "org.lienthong.runtime..",
                    "org.lienthong.registry..",
                    "org.lienthong.producers..",
                    "org.lienthong.streams..",
                    "org.lienthong.reporting..")
            .as("schemas is what other agencies see: it depends on no room of ours");

    @ArchTest
    static final ArchRule nothingIsPrintedPastTheConsole = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .resideOutsideOfPackage("org.lienthong.app..")
            .should(new NoStandardStreams())
            .as("log, or return the text: only app talks to the terminal");
}
