package dev.tollgate.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tollgate.local", importOptions = DoNotIncludeTests.class)
class LayoutTest {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("dev.tollgate.local.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_ENGINES_OWN_PROCESS_NEEDS_ONLY_THE_JDK = noClasses()
            .that()
            .resideInAPackage("dev.tollgate.local.chdb")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "dev.tollgate.local.chdb", "org.jspecify..");

    @ArchTest
    static final ArchRule NEITHER_PLANES_CODE_IS_USED = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.tollgate.control..", "dev.tollgate.gateway..", "dev.tollgate.ui..");

    @ArchTest
    static final ArchRule KAFKA_STAYS_IN_ITS_ROOM = noClasses()
            .that()
            .resideOutsideOfPackage("dev.tollgate.local.backend")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");
}
