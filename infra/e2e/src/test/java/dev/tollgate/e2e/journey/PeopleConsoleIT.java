package dev.tollgate.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.browser.Browser;
import dev.tollgate.e2e.browser.ConsolePage;
import dev.tollgate.e2e.browser.ConsoleWindow;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Person;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Tollgate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@EndToEnd
@DisplayName("An owner at the console, with the people of the organization")
class PeopleConsoleIT {
    private static final String OWN_PASSWORD = "chosen by herself";

    private final Tollgate tollgate;

    @RegisterExtension
    final ConsoleWindow window;

    private Company company;
    private String email;

    PeopleConsoleIT(Tollgate tollgate) {
        this.tollgate = tollgate;
        this.window = ConsoleWindow.forEachTest(tollgate);
    }

    @BeforeAll
    void a_company() {
        company = Company.founded(tollgate, "peopled");
        email = "bea@" + company.tenant().slug() + ".example";
    }

    @Test
    @DisplayName("invites someone who signs in with what they were handed, and gives another when it is lost")
    void from_an_invitation_to_a_deletion() {
        var console = window.signIn(company.member(Role.OWNER));
        invites(console);
        var lost = handsOn(console);
        console.shows("people-grid", email).menu("Bea Bell", "New password");
        console.shows("confirmation", "signed out everywhere").confirm("Give another");
        var password = handsOn(console);
        assertThat(password).isNotEqualTo(lost);

        try (var hers = Browser.open()) {
            hers.signInFirst(tollgate, new Person(email, password), OWN_PASSWORD);
            new ConsolePage(hers).shows("page-home").lacks("nav-people").shows("nav-spend");
            assertThat(hers.complaints()).isEmpty();
        }

        changesRoles(console);
        deletes(console);
        assertThat(window.complaints()).isEmpty();
    }

    private void invites(ConsolePage console) {
        console.go("people").click("people-create");
        console.fill("person-email", email).fill("person-name", "Bea Bell").click("form-save");
        console.shows("person-roles", "Must be given");
        window.page().getByLabel("finance").check();
        console.click("form-save");
    }

    private String handsOn(ConsolePage console) {
        console.shows("person-password");
        var password = console.at("person-password").innerText().strip();
        console.click("person-password-done").forgets("person-password");
        assertThat(console.everything()).doesNotContain(password);
        return password;
    }

    private void changesRoles(ConsolePage console) {
        console.menu("Bea Bell", "Change roles");
        window.page().getByLabel("auditor").check();
        console.click("form-save").forgets("person-new-roles");
        console.shows("people-grid", "auditor, finance");
    }

    private void deletes(ConsolePage console) {
        console.menu("Bea Bell", "Delete");
        console.shows("confirmation", "No key belongs to them").confirm("Delete");
        console.at("people-search").locator("input").fill("Bell");
        console.shows("empty-state", "Nobody matches");
    }

    @Test
    @DisplayName("links an identity provider of their own, is told what is wrong, and unlinks it")
    void an_identity_provider() {
        var console = window.signIn(company.member(Role.OWNER));
        console.go("identity-provider").shows("provider-redirect", "/broker/tenant-");
        var provider = tollgate.config("quarkus.oidc.auth-server-url");
        console.fill("provider-discovery", provider)
                .fill("provider-client", "tollgate-control-plane")
                .fill("provider-secret", "no secret of the provider")
                .fill("provider-domains", company.tenant().slug() + ".example")
                .click("provider-save");
        console.shows("provider-discovery", "Ends with /.well-known/openid-configuration");

        console.fill("provider-discovery", provider + "/.well-known/openid-configuration")
                .click("provider-save");
        console.shows("provider-secret", "Is refused by the provider");
        var secret = tollgate.config("tollgate.keycloak.client-secret");

        console.fill("provider-secret", secret).click("provider-save");

        console.shows("provider-state", provider).shows("provider-unlink");
        assertThat(console.everything()).doesNotContain(secret);
        console.click("provider-unlink")
                .shows("confirmation", "their keys go on working")
                .confirm("Unlink");
        console.shows("provider-state", "not linked").lacks("provider-unlink");
        assertThat(window.complaints()).isEmpty();
    }

    @Test
    @DisplayName(
            "takes a role from someone who is signed in: what they hold is refused at once, and they sign in without it")
    void a_role_that_is_taken() {
        var finance = company.api(Role.FINANCE);
        assertThat(finance.get("/api/v1/prices")).returns(200, Answer::status);
        var theirs =
                window.signIn(company.member(Role.FINANCE)).shows("page-home").shows("nav-spend");
        var id = company.api()
                .all("/api/v1/users?q=" + company.member(Role.FINANCE).email())
                .getFirst()
                .required("id")
                .asText();

        company.api()
                .expect(
                        Request.of("PUT", "/api/v1/users/" + id + "/roles")
                                .body(Map.of("roles", List.of("auditor")))
                                .header("If-Match", "*"),
                        200);

        assertThat(finance.get("/api/v1/prices")).returns(401, Answer::status);
        window.open("spend");
        theirs.shows("page-problem", "sign in again");
        window.page().getByText("Sign out").click();
        window.signIn(company.member(Role.FINANCE)).shows("page-home").lacks("nav-spend");
    }

    @Test
    @DisplayName("an admin finds the people, and not where they sign in")
    void an_admin() {
        var console = window.signIn(company.member(Role.ADMIN));

        console.go("people").lacks("nav-identity-provider");
        window.open("identity-provider");

        console.shows("page-refused");
    }
}
