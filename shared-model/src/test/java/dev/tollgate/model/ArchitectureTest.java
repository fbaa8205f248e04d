package dev.tollgate.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tollgate.model", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knows_no_framework = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..", "io.vertx..", "jakarta..", "org.apache.kafka..", "java.sql..", "com.vaadin..");

    /** The ledger is the control plane's and leases are the gateway's: they know one another by messages alone. */
    @ArchTest
    static final ArchRule the_ledger_and_who_holds_leases_know_only_what_they_say = noClasses()
            .that()
            .resideInAPackage("dev.tollgate.model.quota.ledger..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.tollgate.model.quota.lease..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java[.]time[.]Clock|java[.]util[.]Random|java[.]lang[.]Thread");

    @ArchTest
    static final ArchRule who_holds_leases_does_not_know_the_ledger = noClasses()
            .that()
            .resideInAPackage("dev.tollgate.model.quota.lease..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.tollgate.model.quota.ledger..");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("dev.tollgate.model.(*)..").should().beFreeOfCycles();
}
