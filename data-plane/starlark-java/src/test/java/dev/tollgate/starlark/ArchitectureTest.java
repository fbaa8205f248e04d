package dev.tollgate.starlark;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tollgate.starlark", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule needsNothingButJava = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.tollgate.starlark..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule reachesNothingOutside = noClasses()
            .that()
            .resideOutsideOfPackage("dev.tollgate.starlark.tool")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.net..", "java.nio.file..", "java.sql..", "java.lang.reflect..", "java.lang.foreign..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java[.]io[.]File.*|java[.]lang[.](ProcessBuilder|Runtime|ClassLoader|System[.].*)");

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().matching("dev.tollgate.starlark.(*)..").should().beFreeOfCycles();
}
