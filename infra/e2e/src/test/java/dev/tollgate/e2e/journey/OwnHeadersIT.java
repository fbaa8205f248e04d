package dev.tollgate.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.browser.Axe;
import dev.tollgate.e2e.browser.Browser;
import dev.tollgate.e2e.browser.ConsolePage;
import dev.tollgate.e2e.browser.ConsoleWindow;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.InviteUser;
import dev.tollgate.model.api.InvitedUser;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.NewOauthCredential;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ToolApproval;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.Transport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@EndToEnd
@DisplayName("A person's own headers in the console")
class OwnHeadersIT {
    private static final String TOOL = "crm__greet";
    private static final String FIELD = "connection-header-0";

    private final Tollgate tollgate;

    @RegisterExtension
    final ConsoleWindow window;

    private MoodyServer upstream;
    private Company company;
    private Workshop workshop;
    private Server crm;
    private IssuedKey key;

    OwnHeadersIT(Tollgate tollgate) {
        this.tollgate = tollgate;
        this.window = ConsoleWindow.forEachTest(tollgate);
    }

    @BeforeAll
    void a_person_with_a_key_and_three_servers() throws IOException {
        upstream = new MoodyServer();
        company = Company.founded(tollgate, "headers");
        workshop = company.workshop(company.environment("production"));
        crm = workshop.approveAll(workshop.streamable("crm", upstream.url()));
        asks(
                server("tickets-of-the-whole-company"),
                NewServerCredential.ofEachPerson(List.of("Authorization", "X-Team-Of-The-Person"), null));
        asks(server("notes"), new NewServerCredential(new NewOauthCredential(OauthCredential.Who.EACH_PERSON)));
        key = keyOf(user());
        workshop.agent(key, TOOL);
    }

    @AfterAll
    void stop() {
        upstream.close();
    }

    private Server server(String name) {
        var wanted = new NewServer(
                name,
                workshop.environment().id(),
                null,
                new Transport.StreamableHttp(upstream.url()),
                null,
                PrefixMode.ALWAYS,
                ToolApproval.MANUAL,
                null,
                null);
        return company.api().create("/api/v1/servers", wanted, Server.class);
    }

    private void asks(Server server, NewServerCredential credential) {
        company.api()
                .expect(
                        Request.of("PUT", "/api/v1/servers/" + server.id() + "/credential")
                                .ifMatch(0)
                                .body(credential),
                        200);
    }

    private InvitedUser user() {
        var ann = new InviteUser(company.member(Role.VIEWER).email(), "Ann", List.of(Role.VIEWER.realmName()), null);
        return company.api().expect(Request.post("/api/v1/users", ann), 201).as(InvitedUser.class);
    }

    private IssuedKey keyOf(InvitedUser user) {
        return workshop.key(new NewKey(
                "Ann's editor",
                workshop.environment().id(),
                List.of(ToolGrant.of("crm__*")),
                null,
                null,
                String.valueOf(Objects.requireNonNull(user.user().subject())),
                null,
                null,
                null,
                null,
                null));
    }

    private Agent agent() {
        return company.agent(key.secret());
    }

    private void serves(String authorization) {
        Eventually.passes("calls carry " + authorization, () -> {
            assertThat(agent().text(TOOL, Map.of())).isEqualTo("well");
            assertThat(upstream.calls().getLast()).containsEntry("authorization", authorization);
        });
    }

    private void refuses() {
        Eventually.passes(
                "gateways have none",
                () -> assertThat(agent().call(TOOL, Map.of()).text()).contains("you have none"));
    }

    @Test
    @DisplayName("are asked for by an admin, given and replaced by the person, and ended by either")
    void from_being_asked_for_to_an_admins_end() {
        try (var admins = Browser.open()) {
            admins.signIn(tollgate, company.member(Role.TOOL_ADMIN));
            var admin = new ConsolePage(admins);
            anAdminAsks(admin);
            refuses();

            var ann = window.signIn(company.member(Role.VIEWER));
            annGives(ann);
            serves("Bearer of-ann");
            annReplacesByKeyboardAlone(ann);
            serves("Bearer newer-of-ann");

            anAdminEnds(admin);
            refuses();
            window.page().reload();
            ann.shows("page-connections", "needs your headers").shows("page-connections", "None yet");
            assertThat(admins.complaints()).isEmpty();
        }

        annRemovesWhatSheGivesAgain(window.console());
        assertThat(window.complaints()).isEmpty();
    }

    private void anAdminAsks(ConsolePage admin) {
        admin.go("servers").menu("server crm", "Credential").pick("credential-kind", "Headers, each person's own");
        var documented = admin.page()
                .request()
                .get(tollgate.console()
                        .resolve("/docs/credentials/each-persons-headers.md")
                        .toString());
        assertThat(documented.text()).as("what the dialog leads to").startsWith("# Each person's own");
        admin.fill("credential-person-headers", "Host").click("form-save");
        admin.shows("credential-person-headers", "Entry 1:");
        admin.fill("credential-person-headers", "Authorization")
                .click("form-save")
                .forgets("credential-kind");
    }

    private void annGives(ConsolePage ann) {
        window.open("connections");
        ann.shows("connections-grid", "needs your headers")
                .shows("connections-grid", "Give your headers")
                .shows("connections-grid", "Connect your account");
        assertThat(Axe.graveViolations(window.page())).isEmpty();
        window.pictured("connections-in-three-states");
        window.open("connections/" + crm.id() + "?client=" + key.key().id());
        ann.shows("connection-consent", "Ann's editor").click("connection-headers-save");
        ann.shows(FIELD, "Must be given");
        assertThat(Axe.graveViolations(window.page())).isEmpty();
        window.pictured("own-headers-missing");
        ann.fill(FIELD, "Bearer of-ann").click("connection-headers-save").shows(FIELD, "not shown");
        ann.click("connection-allow").shows("page-connections", "Take back");
        assertThat(ann.everything()).doesNotContain("of-ann");
        window.pictured("own-headers-given");
    }

    private void annReplacesByKeyboardAlone(ConsolePage ann) {
        ann.at(FIELD).locator("input").focus();
        window.page().keyboard().type("Bearer newer-of-ann");
        window.page().keyboard().press("Tab");
        window.page().keyboard().press("Enter");
        PlaywrightAssertions.assertThat(
                        window.page().getByText("Saved. Gateways use them").last())
                .isVisible();
    }

    private void anAdminEnds(ConsolePage admin) {
        var name = connected().getFirst().required("userName").asText();
        admin.menu("server crm", "Credential")
                .shows("connected-people", name + ": has given headers of their own; 1 client allowed");
        assertThat(admin.everything()).doesNotContain("of-ann");
        assertThat(Axe.graveViolations(admin.page())).isEmpty();
        admin.page().getByLabel("Disconnect " + name).click();
        admin.shows("confirmation", "forgotten").confirm("Disconnect").shows("connected-people", "Nobody is connected");
    }

    private List<JsonNode> connected() {
        return company.api().all("/api/v1/servers/" + crm.id() + "/connections");
    }

    private void annRemovesWhatSheGivesAgain(ConsolePage ann) {
        ann.fill(FIELD, "Bearer third-of-ann").click("connection-headers-save");
        ann.click("connection-headers-remove")
                .shows("confirmation", "forgotten")
                .confirm("Disconnect");
        ann.shows("page-connections", "needs your headers").lacks("connection-headers-remove");
        assertThat(connected()).isEmpty();
    }
}
