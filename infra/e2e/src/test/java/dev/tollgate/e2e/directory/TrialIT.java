package dev.tollgate.e2e.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.browser.Browser;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.NewIdentityProvider;
import dev.tollgate.model.api.NewPeopleMapping;
import dev.tollgate.model.api.PeopleRule;
import dev.tollgate.model.api.RedirectUri;
import dev.tollgate.model.api.SignInTrial;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@EndToEnd
@DisplayName("A company that links its identity provider")
class TrialIT {
    private static final String TRIAL = "/api/v1/identity-provider/trial";

    private final Tollgate tollgate;
    private Company company;
    private OwnProvider provider;

    TrialIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void a_company_with_a_provider() throws IOException, InterruptedException {
        company = Company.founded(tollgate, "tries");
        var redirect = company.api().read("/api/v1/identity-provider/redirect-uri", RedirectUri.class);
        provider = OwnProvider.of(tollgate, company, redirect.redirectUri());
        provider.employs("tina", "Engineering");
        var rules = List.of(new PeopleRule("Engineering", List.of("viewer"), null));
        put("/api/v1/people-mapping", new NewPeopleMapping("groups", null, rules));
    }

    @Test
    @DisplayName("hears what fails, then what becomes of someone, and only then are people sent there")
    void tries_it_first() {
        link(provider.link("not the secret"));
        try (var browser = Browser.open()) {
            provider.signsInFrom(browser, begun(), "tina");
            var failed = ended();
            assertThat(failed.state()).isEqualTo(SignInTrial.State.FAILED);
            assertThat(failed.problem()).contains("secret");
        }
        link(provider.link());
        isNotSentThere();

        try (var browser = Browser.open()) {
            provider.signsInFrom(browser, begun(), "tina");
            PlaywrightAssertions.assertThat(browser.page().locator("h1")).hasText("The trial is over");
        }
        var trial = ended();
        assertThat(trial.state()).as("%s", trial).isEqualTo(SignInTrial.State.SUCCEEDED);
        var outcome = Objects.requireNonNull(trial.outcome());
        assertThat(outcome.user()).isEqualTo(provider.email("tina"));
        assertThat(outcome.roles()).containsExactly("viewer");
        assertThat(outcome.member()).isTrue();
        assertThat(outcome.claims())
                .containsEntry("groups", "[\"Engineering\"]")
                .containsKey("sub");

        company.api()
                .expect(Request.of("POST", "/api/v1/identity-provider/live").header("If-Match", "*"), 200);
        try (var browser = Browser.open()) {
            provider.signsIn(browser, tollgate, "tina");
            browser.page().waitForURL(url -> url.startsWith(tollgate.console().toString()));
        }
    }

    private void isNotSentThere() {
        try (var browser = Browser.open()) {
            var page = browser.page();
            page.navigate(tollgate.console().toString());
            page.locator("#username").fill(provider.email("somebody"));
            page.locator("#kc-login").click();
            PlaywrightAssertions.assertThat(page.locator("#password")).isVisible();
        }
    }

    private URI begun() {
        var begun = company.api().expect(Request.of("POST", TRIAL), 200).as(SignInTrial.class);
        return Objects.requireNonNull(begun.address());
    }

    private SignInTrial ended() {
        Eventually.passes(
                "the trial is over",
                () -> assertThat(company.api().read(TRIAL, SignInTrial.class).state())
                        .isNotEqualTo(SignInTrial.State.WAITING));
        return company.api().read(TRIAL, SignInTrial.class);
    }

    private void link(NewIdentityProvider wanted) {
        put("/api/v1/identity-provider", wanted);
    }

    private void put(String path, Object body) {
        company.api().expect(Request.of("PUT", path).body(body).header("If-Match", "*"), 200);
    }
}
