package dev.tollgate.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.InetAddress;

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
    static final ArchRule scriptsKnowNothingOfHowCallsAreMade =
            notFrom("code", "edge", "identity", "quota", "upstream", "event", "session", "ops");

    @ArchTest
    static final ArchRule quotaComesBeforeTheUpstream =
            notFrom("quota", "edge", "identity", "policy", "upstream", "ops");

    @ArchTest
    static final ArchRule quotaIsPlainBehindItsTopics = noClasses()
            .that()
            .resideInAPackage(BASE + "quota")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "io.vertx..", "jakarta..", "org.eclipse.microprofile..");

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
                    "dev.tollgate.model.quota.ledger..",
                    "java.sql..",
                    "com.vaadin..");

    @ArchTest
    static final ArchRule kafkaStaysAtTheRim = classes()
            .that()
            .resideOutsideOfPackages(
                    BASE + "config..", BASE + "event..", BASE + "catalog..", BASE + "session..", BASE + "quota.topic..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule theCoreKnowsNoFramework = noClasses()
            .that()
            .resideInAnyPackage(BASE + "identity..", BASE + "policy..", BASE + "meter..", BASE + "code..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.quarkus..", "io.vertx..", "jakarta..", "org.eclipse.microprofile..");

    @ArchTest
    static final ArchRule noCycles = slices().matching(BASE + "(*)..").should().beFreeOfCycles();

    /** Connections to upstreams are made in one class, and those to other gateways, whose addresses are sealed, in one more. */
    @ArchTest
    static final ArchRule connectionsAreMadeInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(BASE + "upstream.HttpConnections")
            .and()
            .doNotHaveFullyQualifiedName(BASE + "edge.Peers")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java[.]net[.]http[.].*|java[.]net[.](Socket|ServerSocket|URLConnection|HttpURLConnection)"
                            + "|java[.]nio[.]channels[.].*Socket.*|io[.]vertx[.]core[.]http[.]HttpClient(Builder|Options)"
                            + "|io[.]vertx[.]core[.]net[.]NetClient.*")
            .orShould()
            .callMethod(java.net.URL.class, "openStream")
            .orShould()
            .callMethod(java.net.URL.class, "openConnection");

    @ArchTest
    static final ArchRule namesAreResolvedInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(BASE + "upstream.SystemResolver")
            .should()
            .callMethod(InetAddress.class, "getByName", String.class)
            .orShould()
            .callMethod(InetAddress.class, "getAllByName", String.class);

    @ArchTest
    static final ArchRule addressesAreJudgedInOnePlace = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(BASE + "upstream.AddressGate")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("dev[.]tollgate[.]model[.]net[.](AddressClass|DialRules)");

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
