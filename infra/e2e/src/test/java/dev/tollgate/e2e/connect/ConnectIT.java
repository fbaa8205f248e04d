package dev.tollgate.e2e.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.browser.ConsolePage;
import dev.tollgate.e2e.browser.ConsoleWindow;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.ConnectionDeparture;
import dev.tollgate.model.api.NewDeparture;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.OauthCredential.Who;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerHealth;
import dev.tollgate.model.api.ToolApproval;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.Transport;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@EndToEnd
@DisplayName("A server that people let Tollgate in to")
class ConnectIT {
    private final Tollgate tollgate;

    @RegisterExtension
    final ConsoleWindow window;

    private Company company;
    private Workshop workshop;
    private WikiProvider provider;
    private WikiServer wiki;

    ConnectIT(Tollgate tollgate) {
        this.tollgate = tollgate;
        this.window = ConsoleWindow.forEachTest(tollgate);
    }

    @BeforeAll
    void a_company_and_a_wiki() throws IOException, InterruptedException {
        company = Company.founded(tollgate, "connected");
        workshop = company.workshop(company.environment("production"));
        provider = WikiProvider.of(tollgate, "wiki-" + company.tenant().slug());
        wiki = new WikiServer(provider.issuer());
    }

    @AfterAll
    void the_wiki_closes() {
        wiki.close();
    }

    private Server server(String name, Who who) {
        var wanted = new NewServer(
                name,
                workshop.environment().id(),
                null,
                new Transport.StreamableHttp(wiki.url()),
                null,
                PrefixMode.ALWAYS,
                ToolApproval.MANUAL,
                null,
                null);
        var made = company.api().create("/api/v1/servers", wanted, Server.class);
        company.api()
                .expect(
                        Request.of("PUT", "/api/v1/servers/" + made.id() + "/credential")
                                .ifMatch(0)
                                .body(new NewServerCredential(provider.credential(who))),
                        200);
        return made;
    }

    private JsonNode credential(Server server) {
        return company.api().read("/api/v1/servers/" + server.id() + "/credential", JsonNode.class);
    }

    @Test
    @DisplayName("is connected by an admin in the browser, called with that account, and disconnected there too")
    void an_admin_connects_the_tenant() throws IOException, InterruptedException {
        var server = server("wiki", Who.TENANT);
        var console = window.signIn(company.member(Role.TOOL_ADMIN));
        console.go("servers").menu("server wiki", "Credential").click("credential-connect");

        provider.letsIn(window.page());

        console.shows("page-servers");
        window.page().waitForURL(url -> !url.contains("handle") && !url.contains("code"));
        assertThat(credential(server).at("/token/state").asText()).isEqualTo("VALID");
        Eventually.passes(
                "the wiki's tools are found with the token",
                () -> assertThat(workshop.read(server.id()).health())
                        .returns(ServerHealth.State.HEALTHY, ServerHealth::state));
        Eventually.passes(
                "they wait for an admin",
                () -> assertThat(workshop.read(server.id()).quarantinedTools()).isPositive());
        workshop.approveAll(workshop.read(server.id()));
        var agent = workshop.agent(workshop.key("reader", "wiki__whoami"), "wiki__whoami");
        assertThat(agent.text("wiki__whoami", Map.of())).isEqualTo(WikiProvider.PERSON);
        assertThat(wiki.lastTokenIsGood()).isTrue();

        var ended = company.api(Role.TOOL_ADMIN)
                .expect(Request.of("DELETE", "/api/v1/servers/" + server.id() + "/connection"), 200)
                .as(JsonNode.class);

        assertThat(ended.required("provider").asText()).isEqualTo("REVOKED");
        assertThat(wiki.lastTokenIsGood()).as("the provider has revoked it").isFalse();
        Eventually.passes(
                "no call has the account any more",
                () -> assertThat(agent.call("wiki__whoami", Map.of()).text()).doesNotContain(WikiProvider.PERSON));
    }

    @Test
    @DisplayName("is connected by a person on their page, who allows a client and disconnects")
    void a_person_connects() {
        var server = server("notes", Who.EACH_PERSON);
        var console = window.signIn(company.member(Role.VIEWER));
        window.open("connections");
        console.shows("page-connections", "notes");
        window.pictured("connections");
        window.open("connections/" + server.id() + "?client=https://agent.example/client");
        console.shows("connection-consent", "knows no client or key of yours");
        window.pictured("connection-consent");
        console.click("connection-allow");

        provider.letsIn(window.page());

        PlaywrightAssertions.assertThat(window.page().getByText("Connected. Gateways use it from now on."))
                .isVisible();
        console.shows("page-connections", "https://agent.example/client, since").lacks("connection-consent");
        window.page().waitForURL(url -> !url.contains("handle") && !url.contains("code"));
        window.pictured("connection");
        var mine = company.api(Role.VIEWER).read("/api/v1/me/connections/" + server.id(), JsonNode.class);
        assertThat(mine.at("/token/state").asText()).isEqualTo("VALID");
        assertThat(company.api().all("/api/v1/servers/" + server.id() + "/connections"))
                .hasSize(1);
        console.click("connection-disconnect").confirm("Disconnect").shows("page-connections", "not connected");
        assertThat(company.api().all("/api/v1/servers/" + server.id() + "/connections"))
                .isEmpty();
    }

    @Test
    @DisplayName("connects nobody who was lured onto somebody else's address")
    void a_lured_victim() throws IOException, InterruptedException {
        var server = server("bait", Who.EACH_PERSON);
        var path = "/api/v1/me/connections/" + server.id();
        var attackers = company.api(Role.FINANCE)
                .expect(Request.post(path + "/departure", new NewDeparture(null, null)), 200)
                .as(ConnectionDeparture.class);
        var console = window.signIn(company.member(Role.AUDITOR));
        var before = provider.codesBrought();

        window.page().navigate(attackers.address().toString());
        provider.letsIn(window.page());

        console.shows("page-connections", "You are not connected");
        window.pictured("connection-refused");
        assertThat(provider.codesBrought()).as("codes brought to the provider").isEqualTo(before);
        assertThat(company.api().all("/api/v1/servers/" + server.id() + "/connections"))
                .isEmpty();
    }

    @Test
    @DisplayName("whoever opens the way back without having gone is told so")
    void an_empty_return() {
        window.signIn(company.member(Role.AUDITOR));

        window.open("connections/return").shows("page-connections", "You are not connected");
        new ConsolePage(window.browser()).lacks("page-problem");
    }
}
