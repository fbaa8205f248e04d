package dev.tollgate.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.browser.ConsoleWindow;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.journey.MoodyServer.Mood;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.mcp.Era;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.e2e.stack.Workplace;
import dev.tollgate.model.api.GatewayHealth;
import dev.tollgate.model.api.HealthByGateway;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerHealth;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.health.FailureCause;
import dev.tollgate.model.health.FailureStage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@EndToEnd
@DisplayName("A server that an agent calls with headers of its own")
class TroubledServerIT {
    private static final int TIMEOUT_MILLIS = 1_500;

    private final Tollgate tollgate;

    @RegisterExtension
    final ConsoleWindow window;

    private MoodyServer upstream;
    private Company company;
    private Workshop workshop;
    private Server server;
    private IssuedKey key;
    private Agent agent;

    TroubledServerIT(Tollgate tollgate) {
        this.tollgate = tollgate;
        this.window = ConsoleWindow.forEachTest(tollgate);
    }

    @BeforeAll
    void a_server_that_is_given_two_headers() throws IOException {
        upstream = new MoodyServer();
        company = Company.founded(tollgate, "troubled");
        workshop = company.workshop(company.environment("production"));
        var made = company.api().create("/api/v1/servers", wanted("moody", List.of("x-shop", "x-copy")), Server.class);
        Eventually.passes(
                "a gateway has found its tool",
                () -> assertThat(workshop.read(made.id()).quarantinedTools()).isEqualTo(1));
        server = workshop.approveAll(made);
        key = workshop.key("robot", "moody__*");
        agent = workshop.agent(key, "moody__greet");
    }

    @AfterAll
    void stop() {
        upstream.close();
    }

    private NewServer wanted(String name, List<String> forwardedHeaders) {
        return new NewServer(
                name,
                workshop.environment().id(),
                null,
                new Transport.StreamableHttp(upstream.url()),
                null,
                null,
                null,
                null,
                TIMEOUT_MILLIS,
                forwardedHeaders,
                null,
                null);
    }

    private void callSoOften(int times) {
        for (int i = 0; i < times; i++) {
            agent.call("moody__greet", Map.of());
        }
    }

    private void eventually(String awaited, Consumer<GatewayHealth> check) {
        Eventually.passes(awaited, () -> {
            var health = company.api().read("/api/v1/servers/" + server.id() + "/health", HealthByGateway.class);
            assertThat(health.gateways()).singleElement().satisfies(check);
        });
    }

    @Test
    @DisplayName("gets those that it is given in both eras, and the key in none")
    void headers() {
        upstream.is(Mood.ANSWER);
        int before = upstream.calls().size();
        var handing = agent.header("X-Shop", "north")
                .header("X-Copy", "key " + key.secret())
                .header("X-Other", "1")
                .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01");

        handing.text("moody__greet", Map.of());
        handing.speaking(Era.LEGACY).text("moody__greet", Map.of());

        assertThat(upstream.calls().subList(before, upstream.calls().size()))
                .hasSize(2)
                .allSatisfy(headers -> {
                    assertThat(headers).containsEntry("x-shop", "north").doesNotContainKeys("x-copy", "x-other");
                    assertThat(headers.get("traceparent"))
                            .startsWith("00-0af7651916cd43dd8448eb211c80319c-")
                            .doesNotContain("00f067aa0ba902b7");
                });
        assertThat(upstream.everyHeader())
                .noneMatch(header -> header.contains(key.secret()))
                .noneMatch(header -> header.toLowerCase(Locale.ROOT).startsWith("authorization"));
    }

    @Test
    @DisplayName("is refused a header that is never forwarded, by its name and with the reason")
    void refused() {
        var answer = company.api().send(Request.post("/api/v1/servers", wanted("other", List.of("Authorization"))));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.toString()).contains("Authorization is never forwarded: it carries credentials");
    }

    @Test
    @DisplayName("shows in REST and in the console how it refuses, hangs and is well again")
    void health() {
        upstream.is(Mood.ANSWER);
        agent.text("moody__greet", Map.of());
        eventually("it has answered", one -> assertThat(one.lastSuccessAt()).isNotNull());

        upstream.is(Mood.REFUSE);
        callSoOften(3);
        eventually("it refuses", one -> {
            assertThat(one.state()).isEqualTo(GatewayHealth.State.FAILING);
            assertThat(one.lastFailure()).isNotNull();
            assertThat(one.lastFailure().stage()).isEqualTo(FailureStage.CALL);
            assertThat(one.lastFailure().httpStatus()).isEqualTo(503);
        });

        upstream.is(Mood.HANG);
        callSoOften(1);
        eventually("it hangs", one -> {
            assertThat(one.lastFailure()).isNotNull();
            assertThat(one.lastFailure().cause()).isEqualTo(FailureCause.TIMEOUT);
            assertThat(one.failuresInARow()).isGreaterThanOrEqualTo(4);
        });
        assertThat(company.api().all("/api/v1/servers?health=FAILING"))
                .singleElement()
                .satisfies(one -> assertThat(one.required("name").asText()).isEqualTo("moody"));
        looksAtIt();

        upstream.is(Mood.ANSWER);
        agent.text("moody__greet", Map.of());
        eventually("it is well again", one -> {
            assertThat(one.state()).isEqualTo(GatewayHealth.State.DEGRADED);
            assertThat(one.failuresInARow()).isZero();
        });
        assertThat(workshop.read(server.id()).health().state()).isEqualTo(ServerHealth.State.DEGRADED);
    }

    private void looksAtIt() {
        var console = window.signIn(company.member(Role.ADMIN));
        // Signing in may take long enough for somebody to have looked for its tools, which it lists.
        callSoOften(3);
        eventually("it fails still", one -> assertThat(one.state()).isEqualTo(GatewayHealth.State.FAILING));
        console.go("servers").shows("servers-grid", "failing");
        window.page().getByText("moody").first().click();
        console.shows("server-gateways", "did not answer in time").shows("server-gateways", "failures in a row");
        console.shows("server-gateways", "As of");
        assertThat(console.everything()).doesNotContain("words of the upstream");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            window.page()
                    .screenshot(new Page.ScreenshotOptions()
                            .setPath(Workplace.target().resolve("screenshots/troubled-server-" + scheme + ".png")));
        }
        console.click("server-check").shows("servers-grid", "failing");
        assertThat(window.complaints()).isEmpty();
    }
}
