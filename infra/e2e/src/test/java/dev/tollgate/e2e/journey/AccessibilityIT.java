package dev.tollgate.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.tollgate.e2e.browser.Axe;
import dev.tollgate.e2e.browser.ConsolePage;
import dev.tollgate.e2e.browser.ConsoleWindow;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.Enforcement;
import dev.tollgate.model.api.Limit;
import dev.tollgate.model.api.LimitUnit;
import dev.tollgate.model.api.LimitWindow;
import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.NewLimit;
import dev.tollgate.model.api.NewModel;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.ModelRates;
import dev.tollgate.model.price.Rate;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaSubject.Kind;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.model.token.TokenEncoding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages, details, forms, menus and dialogs as {@link Axe} looks at them. */
@EndToEnd
@DisplayName("The console for those who do not see it")
class AccessibilityIT {
    /** Vaadin's menu bar says aria-selected of its items and keeps an open list within itself; neither is ours to change. */
    private static final List<String> OF_THE_MENU_ITSELF = List.of("aria-allowed-attr", "aria-required-children");

    private final Tollgate tollgate;

    @RegisterExtension
    final ConsoleWindow window;

    private ConsolePage console;

    AccessibilityIT(Tollgate tollgate) {
        this.tollgate = tollgate;
        this.window = ConsoleWindow.forTheSuite(tollgate);
    }

    @BeforeAll
    void an_owner_of_a_company_at_work() {
        var company = Company.founded(tollgate, "accessible");
        var workshop = company.workshop(company.environment("production"));
        var server = workshop.approveAll(workshop.everything("shop"));
        workshop.price(server, null, "0.0125");
        company.api()
                .create(
                        "/api/v1/limits",
                        new NewLimit(
                                "a day of everything",
                                new QuotaSubject(
                                        Kind.TENANT, company.tenant().id().toString()),
                                LimitUnit.DOLLARS,
                                LimitWindow.rolling(WindowLength.DAY),
                                "0.02",
                                null,
                                Enforcement.WARN,
                                null),
                        Limit.class);
        var rate = new Rate(Money.ofDollars("2.5"), 1_000_000);
        company.api()
                .create(
                        "/api/v1/models",
                        new NewModel("gpt-large", TokenEncoding.O200K, true, new ModelRates(rate, rate, null), null),
                        Model.class);
        var agent = workshop.agent(workshop.key("robot", "shop__echo"), "shop__echo");
        agent.text("shop__echo", Map.of("message", "hello"));
        agent.call("shop__not-there", Map.of());
        console = window.signIn(company.member(Role.OWNER));
        Eventually.passes("the calls are in the report", () -> {
            window.open("spend");
            console.shows("page-spend");
            assertThat(console.at("spend-table").count()).isEqualTo(1);
        });
    }

    @ParameterizedTest(name = "{0} has no serious violation")
    @CsvSource({
        "home, Servers",
        "servers, shop",
        "tools, echo",
        "groups, No group yet",
        "subjects, default",
        "keys, robot",
        "connections, Nothing to connect",
        "calls, robot",
        "spend, unknown tool",
        "prices, shop",
        "models, gpt-large",
        "limits, a day of everything",
        "alerts, No channel yet",
        "environments, production",
        "people, owner",
        "identity-provider, not linked",
        "settings, New and changed tools"
    })
    void a_page_has_no_serious_violation(String page, String shows) {
        window.open(page.equals("home") ? "" : page);
        console.shows("page-" + page, shows);

        assertThat(Axe.graveViolations(window.page())).isEmpty();
    }

    @ParameterizedTest(name = "the details of a row of {0} have no serious violation")
    @CsvSource({
        "servers, shop",
        "tools, echo",
        "subjects, default",
        "people, owner",
        "keys, robot",
        "calls, echo",
        "prices, shop",
        "models, gpt-large"
    })
    void the_details_have_no_serious_violation(String page, String row) {
        window.open(page);
        console.at(page + "-grid").getByText(row).first().click();
        console.shows("detail-panel");

        assertThat(Axe.graveViolations(window.page())).isEmpty();
    }

    @ParameterizedTest(name = "the form of {0} has no serious violation, with an error shown")
    @CsvSource({
        "servers, server-name",
        "groups, group-name",
        "subjects, subject-name",
        "keys, key-name",
        "environments, environment-name",
        "people, person-email",
        "models, model-input",
        "limits, limit-subject",
        "alerts, channel-url"
    })
    void a_form_has_no_serious_violation(String page, String field) {
        window.open(page);
        console.click(page + "-create").shows(field).click("form-save");
        PlaywrightAssertions.assertThat(console.at(field)).hasAttribute("invalid", "");

        assertThat(Axe.graveViolations(window.page())).isEmpty();
    }

    @Test
    @DisplayName("the form of a price has no serious violation, with everything unfolded")
    void the_form_of_a_price_has_no_serious_violation() {
        window.open("prices");
        console.menu("price of every tool of shop", "Change").shows("price-add").click("price-tier-add-0");
        for (var summary : List.of("What failed calls cost", "What would a call cost?")) {
            window.page().getByText(summary).click();
        }
        console.click("quote-ask");
        PlaywrightAssertions.assertThat(console.at("price-amount-0-1")).hasAttribute("invalid", "");

        assertThat(Axe.graveViolations(window.page())).isEmpty();
        window.pictured("price-form");
    }

    @ParameterizedTest(name = "the credential of kind {0} has no serious violation")
    @CsvSource(
            delimiter = '|',
            value = {
                "None|credential-help|forgotten",
                "Headers|credential-add|Add a header",
                "Headers, each person's own|credential-person-headers|Headers that each person gives",
                "Client credentials|client-secret|Client secret",
                "Token exchange|exchange-audience|Audience",
                "OAuth, where somebody lets Tollgate in|oauth-look|Look at the server"
            })
    void a_credential_has_no_serious_violation(String kind, String field, String shows) {
        window.open("servers");
        console.menu("server shop", "Credential").shows("credential-kind");
        console.pick("credential-kind", kind).shows(field, shows);

        assertThat(Axe.graveViolations(window.page())).isEmpty();
        window.pictured("credential-" + field);
    }

    @ParameterizedTest(name = "an open menu of a row of {0} has no serious violation")
    @CsvSource({"servers, server shop", "subjects, service default", "environments, environment production"})
    void a_menu_has_no_serious_violation(String page, String row) {
        window.open(page);
        window.page().getByLabel("Actions for " + row).first().click();
        PlaywrightAssertions.assertThat(
                        window.page().getByRole(AriaRole.MENUITEM).first())
                .isVisible();

        assertThat(Axe.graveViolations(Axe.on(window.page()).disableRules(OF_THE_MENU_ITSELF)))
                .isEmpty();
    }
}
