package dev.tollgate.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.e2e.browser.ConsolePage;
import dev.tollgate.e2e.browser.ConsoleWindow;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@EndToEnd
@DisplayName("A customer's admin at the console")
class AdminConsoleIT {
    private static final Map<String, String> HELLO = Map.of("message", "hello from the journey");

    private final Tollgate tollgate;

    @RegisterExtension
    final ConsoleWindow window;

    private ConsolePage console;
    private Company company;

    AdminConsoleIT(Tollgate tollgate) {
        this.tollgate = tollgate;
        this.window = ConsoleWindow.forEachTest(tollgate);
    }

    @BeforeAll
    void a_company_with_nothing_set_up() {
        company = Company.founded(tollgate, "console");
    }

    @BeforeEach
    void a_fresh_browser() {
        console = window.console();
    }

    @Test
    @DisplayName("goes from an empty organization to a revoked key without leaving the console")
    void the_whole_journey() {
        window.signIn(company.member(Role.ADMIN));
        console.shows("page-home").shows("tenant-name", company.tenant().name());

        makesAnEnvironment();
        connectsAServer();
        approvesItsTools();
        groupsTools();
        var secret = issuesAKey();
        anAgentCalls(secret);
        seesTheCallArrive();
        seesWhatItCost();
        revokesTheKey(secret);
        signsOut();

        assertThat(window.complaints()).isEmpty();
    }

    private void makesAnEnvironment() {
        console.go("environments").click("environments-create");
        console.fill("environment-name", "production").click("form-save");
        console.shows("environments-grid", "production");
    }

    private void connectsAServer() {
        console.go("servers").click("servers-create");
        console.fill("server-name", "demo")
                .fill("server-url", tollgate.everything().toString())
                .click("form-save");
        console.shows("servers-grid", "demo");
        console.menu("server demo", "Check now");
        console.shows("servers-grid", "waiting");
    }

    private void approvesItsTools() {
        console.menu("server demo", "Show its tools").shows("page-tools").shows("tools-grid", "echo");
        console.click("tools-approve-all").confirm("Approve all");
        console.lacks("tools-approve-all").shows("tools-grid", "approved");
    }

    private void groupsTools() {
        console.go("groups").click("groups-create");
        console.fill("group-name", "talkers")
                .fill("patterns", "demo__ec*")
                .shows("patterns-preview", "demo__echo")
                .click("form-save");
        console.shows("groups-grid", "talkers");
    }

    private String issuesAKey() {
        console.go("keys").click("keys-create");
        console.fill("key-name", "journey bot").choose("key-groups", "talkers").click("form-save");
        console.shows("key-secret");
        var secret = console.at("key-secret").innerText().strip();
        assertThat(secret).matches("tg_production_[0-9A-Za-z]{12}_[0-9A-Za-z]{43}_[0-9A-Za-z]{6}");
        assertThat(console.everything()).contains(secret);

        console.click("key-secret-done").forgets("key-secret").shows("keys-grid", "journey bot");

        assertThat(console.everything()).doesNotContain(secret);
        window.page().reload();
        console.shows("keys-grid", "journey bot");
        assertThat(console.everything()).doesNotContain(secret);
        return secret;
    }

    private void anAgentCalls(String secret) {
        var agent = Agent.with(tollgate.mcp(), secret);
        Eventually.passes(
                "the key works at the gateway", () -> assertThat(agent.tools()).containsExactly("demo__echo"));
        assertThat(agent.text("demo__echo", HELLO)).isEqualTo("Echo: hello from the journey");
    }

    private void seesTheCallArrive() {
        console.go("calls").shows("calls-grid", "echo").shows("calls-grid", "journey bot");
        assertThat(console.everything()).doesNotContain(HELLO.get("message"));
    }

    /** Free, for nobody set a price: an admin's first look at the page shows a call and no money. */
    private void seesWhatItCost() {
        console.go("spend")
                .shows("spend-calls", "1")
                .shows("spend-table", "echo")
                .shows("spend-chart");
    }

    private void revokesTheKey(String secret) {
        console.go("keys");
        console.at("keys-grid").getByText("journey bot").first().click();
        console.shows("key-tools", "demo__echo").click("key-revoke");
        console.fill("key-revoke-reason", "the journey is over").click("form-save");
        console.shows("keys-grid", "revoked");
        var agent = Agent.with(tollgate.mcp(), secret);
        Eventually.passes(
                "the gateway refuses the revoked key",
                () -> assertThat(agent.call("demo__echo", HELLO).status()).isEqualTo(401));
        console.go("calls").shows("calls-grid", "revoked");
    }

    private void signsOut() {
        console.click("user-menu").click("sign-out");
        window.page().waitForURL(url -> !url.startsWith(tollgate.console().toString()));
        window.open("keys");
        assertThat(window.page().url()).doesNotStartWith(tollgate.console().toString());
    }

    @Test
    @DisplayName("is told what is wrong with a form, at the field, and nothing is made")
    void a_wrong_form_is_explained() {
        window.signIn(company.member(Role.OWNER));

        console.go("environments").click("environments-create");
        console.fill("environment-name", "Not A Name!").click("form-save");

        console.shows("environment-name", "characters of a-z, 0-9 and -");
        console.click("form-cancel");
        assertThat(company.api().all("/api/v1/environments").toString()).doesNotContain("Not A Name");
    }

    @Test
    @DisplayName("who is a viewer finds no button that changes anything, and no page that is not theirs")
    void a_viewer_changes_nothing() {
        window.signIn(company.member(Role.VIEWER));

        console.go("keys").lacks("keys-create").lacks("keys-create-first");
        console.go("servers").lacks("servers-create").lacks("servers-create-first");
        console.go("groups").lacks("groups-create").lacks("groups-create-first");
        console.lacks("nav-environments");
        window.open("environments");
        console.shows("page-refused");
    }

    @Test
    @DisplayName("who is an auditor sees calls and is refused the spend page")
    void an_auditor_sees_no_spend() {
        window.signIn(company.member(Role.AUDITOR));

        console.go("calls").lacks("nav-spend");
        window.open("spend");

        console.shows("page-refused");
    }

    @Test
    @DisplayName("who does finance downloads the spend as CSV")
    void finance_downloads_csv() throws Exception {
        window.signIn(company.member(Role.FINANCE));
        console.go("spend");

        var download = window.page().waitForDownload(() -> console.click("spend-download"));

        assertThat(download.suggestedFilename()).endsWith(".csv");
        try (var csv = download.createReadStream()) {
            assertThat(new String(csv.readAllBytes(), StandardCharsets.UTF_8)).contains("cost");
        }
    }
}
