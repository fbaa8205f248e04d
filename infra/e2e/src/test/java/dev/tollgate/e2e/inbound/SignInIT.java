package dev.tollgate.e2e.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.agent.SigningInClient;
import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.company.Role;
import dev.tollgate.e2e.company.SignInForm;
import dev.tollgate.e2e.company.Workshop;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.service.GuardedService;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.RevokeClient;
import dev.tollgate.model.api.Server;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Someone signs in from their own client, with no key at all, and their access is ended again. */
@EndToEnd
@DisplayName("A person's own client")
class SignInIT {
    private static final String TOOL = "guarded__whoAmI";

    private final Tollgate tollgate;
    private GuardedService service;
    private Company company;
    private Guest guest;

    SignInIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void someone_with_a_tool() throws Exception {
        service = new GuardedService("a secret that nobody knows");
        company = Company.founded(tollgate, "signs-in");
        Workshop workshop = company.workshop(company.environment("production"));
        Server server = workshop.openApi("guarded", service.document());
        workshop.approveAll(server);
        guest = Guest.of(company, workshop, TOOL);
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    @DisplayName("is sent to sign in, calls in their name, and is refused once its access is revoked")
    void signs_in_calls_and_is_revoked() throws Exception {
        // given
        waitForIssuer();
        try (SigningInClient client = SigningInClient.started(tollgate, tollgate.mcp(), TOOL)) {
            // when
            JsonNode asks = client.says();
            Map<String, String> back = new SignInForm(guest.person())
                    .comesBackFrom(URI.create(asks.required("authorize").asText()), SigningInClient.REDIRECT_URI);
            client.hears(back.getOrDefault("code", "none: " + back));
            JsonNode did = client.says();
            // then
            String id = asks.required("clientId").asText();
            String token = did.required("token").asText();
            assertThat(did.required("tools")).extracting(JsonNode::asText).containsExactly(TOOL);
            assertThat(did.required("result").toString()).contains("HTTP 401");
            isRecorded(id);
            goesNowhereElse(token);
            isForGatewaysAlone(token);
            // and when
            company.api().expect(Request.post(guest.clients() + "/revoke", new RevokeClient(id)), 202);
            // then
            Eventually.passes(
                    "its token is refused",
                    () -> assertThat(Agent.with(tollgate.mcp(), token).list()).returns(401, Answer::status));
            client.hears("again");
            JsonNode again = client.says();
            assertThat(again.path("refused").asText()).as("%s", again).isEqualTo("UnauthorizedError");
            assertThat(again.path("authorize").asText()).contains("/protocol/openid-connect/auth");
            assertThat(company.api().read(guest.clients(), JsonNode.class)).isEmpty();
        }
    }

    /** A tenant that is founded before the control plane has reached the realm once gets its issuer a little later. */
    private void waitForIssuer() {
        Eventually.passes("the gateway names the issuer", () -> {
            URI metadata = tollgate.mcp().resolve("/.well-known/oauth-protected-resource/mcp");
            Answer answer = Api.send(HttpRequest.newBuilder(metadata).build());
            assertThat(answer.text()).contains(tollgate.config("quarkus.oidc.auth-server-url"));
        });
        Eventually.passes(
                "the gateway knows the tenant's issuer, and a token of it that is for another",
                () -> assertThat(Agent.with(tollgate.mcp(), company.token(Role.VIEWER))
                                .list()
                                .text())
                        .contains("The access token presented is for somebo"));
    }

    private void isRecorded(String client) {
        Eventually.passes("the call is stored with its user and client", () -> {
            JsonNode calls = company.api().read("/api/v1/calls", JsonNode.class).required("items");
            assertThat(calls).anySatisfy(call -> {
                assertThat(call.path("toolName").asText()).isEqualTo("whoAmI");
                assertThat(call.toString()).contains(client, "Ann");
                assertThat(call.hasNonNull("keyId")).isFalse();
            });
        });
        Eventually.passes("the grant says when it was used last", () -> {
            JsonNode grants = company.api().read(guest.clients(), JsonNode.class);
            assertThat(grants).hasSize(1);
            assertThat(grants.get(0).required("client").asText()).isEqualTo(client);
            assertThat(grants.get(0).required("clientName").asText()).isEqualTo("Suite <b>client</b>");
            assertThat(grants.get(0).hasNonNull("lastUse")).isTrue();
        });
        assertThat(company.api(Role.VIEWER).read("/api/v1/me/clients", JsonNode.class))
                .hasSize(1);
        JsonNode spend = company.api().read("/api/v1/spend?group_by=user", JsonNode.class);
        assertThat(spend.toString()).contains("Ann");
    }

    /** The token is looked for where calls went, whole and by its signature. */
    private void goesNowhereElse(String token) {
        assertThat(service.requests()).isNotEmpty();
        String signature = token.substring(token.lastIndexOf('.') + 1);
        assertThat(service.requests()).noneMatch(request -> request.contains(token) || request.contains(signature));
    }

    private void isForGatewaysAlone(String token) {
        Answer api = Api.send(HttpRequest.newBuilder(tollgate.controlPlane().resolve("/api/v1/me"))
                .header("Authorization", "Bearer " + token)
                .build());
        assertThat(api).returns(401, Answer::status);
        String people = tollgate.mcp().toString();
        Agent console = Agent.with(URI.create(people), company.token(Role.VIEWER));
        assertThat(console.list()).as("a token for the REST API").returns(401, Answer::status);
    }
}
