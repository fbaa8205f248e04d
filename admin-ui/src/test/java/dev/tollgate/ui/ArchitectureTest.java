package dev.tollgate.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.router.Route;
import dev.tollgate.ui.view.layout.ConsoleLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;

/** The console is a client like any other, and only one of its rooms talks to the control plane. */
@AnalyzeClasses(packages = "dev.tollgate.ui", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule knows_neither_plane_nor_database = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.tollgate.control..", "dev.tollgate.gateway..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule only_the_client_speaks_rest = noClasses()
            .that()
            .resideOutsideOfPackage("dev.tollgate.ui.client..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.microprofile.rest..", "jakarta.ws.rs..", "java.net.http..");

    @ArchTest
    static final ArchRule the_client_knows_no_page = noClasses()
            .that()
            .resideInAPackage("dev.tollgate.ui.client..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.vaadin..", "dev.tollgate.ui.view..");

    @ArchTest
    static final ArchRule no_text_becomes_markup =
            noClasses().should().dependOnClassesThat().haveFullyQualifiedName("com.vaadin.flow.component.Html");

    @ArchTest
    static final ArchRule every_page_says_who_may_open_it = classes()
            .that()
            .areAnnotatedWith(Route.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class);

    @ArchTest
    static final ArchRule the_frame_says_so_too =
            classes().that().areAssignableTo(ConsoleLayout.class).should().beAnnotatedWith(PermitAll.class);

    @ArchTest
    static final ArchRule pages_do_not_know_each_other =
            slices().matching("dev.tollgate.ui.view.(*)..").should().beFreeOfCycles();
}
