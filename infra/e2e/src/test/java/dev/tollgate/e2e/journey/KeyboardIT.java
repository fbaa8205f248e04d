package dev.tollgate.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.tollgate.e2e.browser.ConsolePage;
import dev.tollgate.e2e.browser.ConsoleWindow;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Tollgate;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows, their menus and their details without a mouse: what opens also closes, and the focus comes back. */
@EndToEnd
@DisplayName("The console by keyboard alone")
class KeyboardIT {
    /** The navigation has a stop for each page, and a list one for each of its columns. */
    private static final int TABS_MAX = 45;

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int PAUSE_MILLIS = 50;
    private static final String WHERE = """
            () => {
              let at = document.activeElement;
              const path = [];
              while (at) {
                path.push([at.id, at.localName, at.getAttribute('role'), at.getAttribute('aria-label'),
                  ...[...at.querySelectorAll(':scope > [aria-label]')].map(part => part.getAttribute('aria-label')),
                  at.closest('tbody') ? 'in ' + at.closest('tbody').id : '',
                  at.children.length < 3 ? at.textContent.trim() : ''].filter(Boolean).join(' '));
                at = at.shadowRoot && at.shadowRoot.activeElement;
              }
              return path.join(' > ');
            }""";

    private final Tollgate tollgate;

    @RegisterExtension
    final ConsoleWindow window;

    private ConsolePage console;

    KeyboardIT(Tollgate tollgate) {
        this.tollgate = tollgate;
        this.window = ConsoleWindow.forTheSuite(tollgate);
    }

    @BeforeAll
    void an_owner_of_a_company_at_work() {
        var company = Company.founded(tollgate, "keyboard");
        var workshop = company.workshop(company.environment("production"));
        workshop.approveAll(workshop.everything("shop"));
        workshop.key("robot", "shop__echo");
        console = window.signIn(company.member(Role.OWNER));
    }

    @Test
    @DisplayName("opens a row's menu, moves in it and closes it, and is back at the row")
    void a_menu_closes_and_gives_the_focus_back() {
        opensTheMenu("subjects", "default", "Actions for service default");

        press("ArrowDown");
        focusIsAt("menuitem", "Delete…");
        press("Escape");

        PlaywrightAssertions.assertThat(menuItem("Delete…")).isHidden();
        focusIsAt("Actions for service default");
    }

    @Test
    @DisplayName("acts from a row's menu, leaves the form with Escape, and is back at the row")
    void a_menu_acts() {
        opensTheMenu("subjects", "default", "Actions for service default");

        press("Enter");
        console.shows("subject-name");
        PlaywrightAssertions.assertThat(console.at("subject-name").locator("input"))
                .isFocused();
        press("Escape");

        console.forgets("subject-name");
        focusIsAt("Actions for service default");
    }

    @Test
    @DisplayName("opens a server's credential from its row, chooses a kind, leaves with Escape, and is back at the row")
    void a_credential_opens_and_closes() {
        entersTheRows("servers", "shop");
        press("End");
        press("Enter");
        focusIsAt("Actions for server shop");
        press("Enter");
        PlaywrightAssertions.assertThat(menuItem("Credential…")).isVisible();
        for (int items = 0; items < TABS_MAX && !focus().contains("Credential…"); items++) {
            press("ArrowDown");
        }
        press("Enter");
        console.shows("credential-kind");
        tabsUntil("vaadin-select-value-button");

        press("ArrowDown");
        // What is pressed before the list is there goes nowhere.
        PlaywrightAssertions.assertThat(window.page().locator("vaadin-select-item[focused]"))
                .isVisible();
        press("End");
        PlaywrightAssertions.assertThat(window.page().locator("vaadin-select-item[focused]"))
                .containsText("OAuth");
        press("Enter");
        console.shows("oauth-look");
        press("Escape");

        console.forgets("credential-kind");
        focusIsAt("Actions for server shop");
    }

    @Test
    @DisplayName("closes a row's menu beside open details with Escape, and the details with the next")
    void escape_closes_one_thing_at_a_time() {
        entersTheRows("subjects", "default");
        press("Space");
        console.shows("detail-panel");
        opensTheMenuInTheRow("Actions for service default");

        press("Escape");

        PlaywrightAssertions.assertThat(menuItem("Edit…")).isHidden();
        focusIsAt("Actions for service default");
        console.shows("detail-panel");
        press("Escape");
        console.lacks("detail-panel");
    }

    @ParameterizedTest(name = "opens the details of a row of {0} and closes them with Escape, and is back at the row")
    @CsvSource({"subjects, default", "keys, robot", "tools, echo", "servers, shop"})
    void details_open_and_close(String page, String row) {
        entersTheRows(page, row);

        press("Space");
        console.shows("detail-panel");
        tabsUntil("detail-close");
        press("Escape");

        console.lacks("detail-panel");
        focusIsAt(page + "-grid", "in items");
    }

    private void entersTheRows(String page, String row) {
        window.open(page);
        console.shows(page + "-grid", row);
        tabsUntil("in items");
        assertThat(focus()).contains(page + "-grid");
    }

    /** The last cell of a row holds its menu; Enter goes into the cell, and again into the menu. */
    private void opensTheMenu(String page, String row, String menu) {
        entersTheRows(page, row);
        opensTheMenuInTheRow(menu);
    }

    private void opensTheMenuInTheRow(String menu) {
        press("End");
        press("Enter");
        focusIsAt(menu);
        press("Enter");
        PlaywrightAssertions.assertThat(menuItem("Edit…")).isVisible();
        focusIsAt("menuitem", "Edit…");
    }

    private Locator menuItem(String name) {
        return window.page().getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(name));
    }

    private void tabsUntil(String there) {
        for (int tabs = 0; tabs < TABS_MAX && !focus().contains(there); tabs++) {
            press("Tab");
        }
        assertThat(focus()).contains(there);
    }

    private void focusIsAt(String... words) {
        var deadline = Instant.now().plus(DEADLINE);
        while (!Stream.of(words).allMatch(focus()::contains) && Instant.now().isBefore(deadline)) {
            window.page().waitForTimeout(PAUSE_MILLIS);
        }
        assertThat(focus()).contains(words);
    }

    private String focus() {
        return String.valueOf(window.page().evaluate(WHERE));
    }

    private void press(String key) {
        window.page().keyboard().press(key);
    }
}
