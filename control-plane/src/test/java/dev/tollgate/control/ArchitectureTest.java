package dev.tollgate.control;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.net.InetAddress;

@AnalyzeClasses(packages = "dev.tollgate.control", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule features_have_no_cycles =
            slices().matching("dev.tollgate.control.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule kafka_is_known_where_records_leave_and_arrive = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.tollgate.control.publish..",
                    "dev.tollgate.control.catalog..",
                    "dev.tollgate.control.status..",
                    "dev.tollgate.control.ingest..",
                    "dev.tollgate.control.ledger..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule the_other_planes_are_reached_over_topics_and_rest_alone = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.tollgate.gateway..", "dev.tollgate.model.quota.lease..", "dev.tollgate.ui..", "com.vaadin..");

    /** The platform brings another, which tests alone use: to check what this one signs. */
    @ArchTest
    static final ArchRule tokens_are_read_and_signed_by_one_library =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.jose4j..");

    /** Keycloak's address and the key service's are the operator's; every other connection a tenant may have caused. */
    @ArchTest
    static final ArchRule only_one_room_connects_for_tenants = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "dev.tollgate.control.outgoing..", "dev.tollgate.control.keycloak..", "dev.tollgate.control.seal..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "java[.]net[.]http[.].*|java[.]net[.](Socket|ServerSocket|URLConnection|HttpURLConnection)"
                            + "|javax[.]net[.].*|java[.]nio[.]channels[.].*Socket.*"
                            + "|io[.]vertx[.].*(HttpClient|NetClient|WebClient|NetSocket).*|jakarta[.]ws[.]rs[.]client[.].*"
                            + "|org[.]eclipse[.]microprofile[.]rest[.]client[.].*")
            .orShould()
            .callMethod(java.net.URL.class, "openStream")
            .orShould()
            .callMethod(java.net.URL.class, "openConnection")
            .orShould()
            .callMethod(InetAddress.class, "getByName", String.class)
            .orShould()
            .callMethod(InetAddress.class, "getAllByName", String.class);

    @ArchTest
    static final ArchRule addresses_are_judged_in_one_place = noClasses()
            .that()
            .resideOutsideOfPackage("dev.tollgate.control.outgoing..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("dev[.]tollgate[.]model[.]net[.](AddressClass|DialRules)");
}
