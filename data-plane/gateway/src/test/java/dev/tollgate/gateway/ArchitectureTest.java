package dev.tollgate.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A call passes edge, identity, policy, upstream, meter; a later step knows no earlier one. */
@AnalyzeClasses(packages = "dev.tollgate.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String BASE = "dev.tollgate.gateway.";

    @ArchTest
    static final ArchRule identityKnowsNoEarlierStep = notFrom("identity", "edge");

    @ArchTest
    static final ArchRule policyKnowsNoEarlierStep = notFrom("policy", "edge", "identity");

    @ArchTest
    static final ArchRule upstreamKnowsNoEarlierStep = notFrom("upstream", "edge", "identity", "policy");

    @ArchTest
    static final ArchRule meterKnowsNoEarlierStep = notFrom("meter", "edge", "identity", "policy", "upstream");

    @ArchTest
    static final ArchRule configurationDecidesNothing =
            notFrom("config", "edge", "identity", "policy", "upstream", "meter", "ops");

    @ArchTest
    static final ArchRule eventsAreOnlyWritten =
            notFrom("event", "edge", "identity", "policy", "upstream", "meter", "config", "ops");

    @ArchTest
    static final ArchRule jsonKnowsNothing = noClasses()
            .that()
            .resideInAPackage(BASE + "json..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.tollgate.model..", BASE + "edge..", BASE + "config..", BASE + "upstream..");

    @ArchTest
    static final ArchRule noOtherPlane = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.tollgate.control..",
                    "dev.tollgate.ui..",
                    "dev.tollgate.model.api..",
                    "java.sql..",
                    "com.vaadin..");

    @ArchTest
    static final ArchRule kafkaStaysAtTheRim = classes()
            .that()
            .resideOutsideOfPackages(BASE + "config..", BASE + "event..", BASE + "catalog..", BASE + "session..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule theCoreKnowsNoFramework = noClasses()
            .that()
            .resideInAnyPackage(BASE + "identity..", BASE + "policy..", BASE + "meter..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "io.vertx..", "jakarta..", "org.eclipse.microprofile..");

    @ArchTest
    static final ArchRule noCycles = slices().matching(BASE + "(*)..").should().beFreeOfCycles();

    private static ArchRule notFrom(String later, String... earlier) {
        String[] packages = new String[earlier.length];
        for (int i = 0; i < earlier.length; i++) {
            packages[i] = BASE + earlier[i] + "..";
        }
        return noClasses()
                .that()
                .resideInAPackage(BASE + later + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }
}
