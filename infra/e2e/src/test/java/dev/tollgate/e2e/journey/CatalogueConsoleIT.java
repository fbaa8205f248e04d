package dev.tollgate.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.browser.Axe;
import dev.tollgate.e2e.browser.ConsolePage;
import dev.tollgate.e2e.browser.ConsoleWindow;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Tollgate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;

@EndToEnd
@Order(EndToEnd.LAST)
@Isolated("signs the operator in, as whom other suites act: nobody signs in twice at the same moment")
@DisplayName("An operator at the console")
class CatalogueConsoleIT {
    private final String vendor = "https://mcp.vendor.example/" + UUID.randomUUID();
    private final Tollgate tollgate;

    @RegisterExtension
    final ConsoleWindow window;

    private ConsolePage console;

    CatalogueConsoleIT(Tollgate tollgate) {
        this.tollgate = tollgate;
        this.window = ConsoleWindow.forTheSuite(tollgate);
    }

    @BeforeAll
    void signed_in() {
        console = window.signIn(Company.OPERATOR);
        console.shows("page-home").shows("nav-catalogue");
    }

    @Test
    @DisplayName("says what tools at an address cost, finds it again and takes it back")
    void keeps_the_catalogue() {
        console.go("catalogue");
        assertThat(Axe.graveViolations(window.page())).isEmpty();

        console.click("catalogue-add");
        console.fill("catalogue-address", vendor)
                .fill("catalogue-tool", "search")
                .fill("price-amount-0-0", "0.25")
                .click("form-save");
        console.fill("catalogue-search", vendor);
        console.shows("catalogue-grid", "search").shows("catalogue-grid", "$0.25");
        assertThat(Axe.graveViolations(window.page())).isEmpty();

        console.menu("price of search at " + vendor, "Delete…").confirm("Delete");
        console.shows("page-catalogue", "No price matches");
    }

    @Test
    @DisplayName(
            "has the catalogue set by a sheet, whose wrong cells are shown by line and column before anything is set")
    void sets_it_by_a_sheet() {
        console.go("catalogue");
        console.click("catalogue-sheet");
        console.fill("sheet-text", "address,tool,measure,amount\n" + vendor + ",by-sheet,calls,much\n")
                .click("sheet-check")
                .shows("sheet-errors", "line 2")
                .shows("sheet-errors", "amount");
        console.fill("sheet-text", "address,tool,measure,amount\n" + vendor + ",by-sheet,calls,0.75\n")
                .click("sheet-check")
                .shows("sheet-lines", "created")
                .click("form-save");
        console.fill("catalogue-search", vendor);
        console.shows("catalogue-grid", "by-sheet").shows("catalogue-grid", "$0.75");

        console.menu("price of by-sheet at " + vendor, "Delete…").confirm("Delete");
        console.shows("page-catalogue", "No price matches");
    }
}
