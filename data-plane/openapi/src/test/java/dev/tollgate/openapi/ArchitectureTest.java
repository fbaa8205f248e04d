package dev.tollgate.openapi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.tollgate.openapi", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knowsNoFrameworkAndNoPlane = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "io.vertx..",
                    "jakarta..",
                    "dev.tollgate.gateway..",
                    "dev.tollgate.control..",
                    "dev.tollgate.ui..");

    @ArchTest
    static final ArchRule opensNothing = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net.http..", "java.nio.file..", "java.sql..")
            .orShould()
            .dependOnClassesThat()
            .haveNameMatching("java[.]net[.](Socket|URL|URLConnection|HttpURLConnection)|java[.]io[.]File.*");
}
