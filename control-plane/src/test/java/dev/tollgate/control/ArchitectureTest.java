package dev.tollgate.control;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
                    "dev.tollgate.control.ingest..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule the_other_planes_are_reached_over_topics_and_rest_alone = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.tollgate.gateway..", "dev.tollgate.ui..", "com.vaadin..");
}
