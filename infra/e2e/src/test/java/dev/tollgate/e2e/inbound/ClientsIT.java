package dev.tollgate.e2e.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.agent.SigningInClient;
import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.browser.Browser;
import dev.tollgate.e2e.mcp.Agent;
import dev.tollgate.e2e.recorder.InboundCredentials;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Eventually;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.e2e.stack.Workplace;
import dev.tollgate.local.port.FreePorts;
import dev.tollgate.model.api.RevokeClient;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Clients as their makers ship them, each with a person at a browser. */
@EndToEnd
@DisplayName("Clients that sign their person in")
class ClientsIT {
    private final Tollgate tollgate;
    private Guest guest;
    private TlsProxy proxy;

    ClientsIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void a_guest() throws Exception {
        guest = Guest.of(tollgate, "clients");
        proxy = TlsProxy.at(tollgate.front(), tollgate.mcp());
    }

    @AfterAll
    void stop() {
        proxy.close();
    }

    @Test
    @DisplayName("mcp-remote registers, is consented to in the browser, and calls")
    void mcp_remote() throws Exception {
        byMcpRemote("remote-registered", List.of());
    }

    @Test
    @DisplayName("mcp-remote is known by the address of its document, without registering")
    void mcp_remote_by_its_document() throws Exception {
        int port = FreePorts.find(1).getFirst();
        URI document = document("/clients/remote.json", "http://localhost:" + port + "/oauth/callback");

        String id = byMcpRemote(
                "remote-by-address", List.of(String.valueOf(port), "--client-metadata-url", document.toString()));

        assertThat(id).isEqualTo(document.toString());
    }

    private String byMcpRemote(String name, List<String> more) throws Exception {
        String home = Files.createDirectories(Workplace.target().resolve(name)).toString();
        List<String> told = new ArrayList<>(List.of(tollgate.mcp().toString(), Guest.TOOL, home));
        told.addAll(more);
        try (SigningInClient client = SigningInClient.running(tollgate, "remote.mjs", Map.of(), told);
                Browser browser = Browser.open()) {
            JsonNode asks = client.says();
            guest.consents(browser, URI.create(asks.required("authorize").asText()));
            calls(client.says());
            String id = asks.required("clientId").asText();
            isListed(id);
            return id;
        }
    }

    @Test
    @DisplayName("the official client of 2026-07-28 registers and calls, and one that is known by its address does")
    void modern() throws Exception {
        try (Callback callback = new Callback()) {
            URI document = document("/clients/modern.json", callback.uri());
            for (String kind : List.of(
                    "{\"redirect\": \"%s\"}".formatted(callback.uri()),
                    "{\"redirect\": \"%s\", \"document\": \"%s\"}".formatted(callback.uri(), document))) {
                try (SigningInClient client = SigningInClient.running(
                                tollgate,
                                "modern.mjs",
                                Map.of(),
                                List.of(tollgate.mcp().toString(), Guest.TOOL, kind));
                        Browser browser = Browser.open()) {
                    JsonNode asks = client.says();
                    String id = asks.required("clientId").asText();
                    assertThat(id.equals(document.toString())).isEqualTo(kind.contains("document"));
                    guest.consents(
                            browser, URI.create(asks.required("authorize").asText()));
                    client.hears(callback.query());
                    JsonNode did = client.says();
                    calls(did);
                    isListed(id);
                    isRevoked(id, did.required("token").asText());
                }
            }
        }
    }

    private URI document(String path, String redirectUri) {
        return proxy.document(path, """
                {"client_id": "%s", "client_name": "Known by its address", "redirect_uris": ["%s"],
                 "grant_types": ["authorization_code", "refresh_token"], "response_types": ["code"],
                 "token_endpoint_auth_method": "none"}""".formatted(tollgate.front().at(path), redirectUri));
    }

    private static void calls(JsonNode did) {
        assertThat(did.required("tools")).extracting(JsonNode::asText).containsExactly(Guest.TOOL);
        assertThat(did.required("result").toString()).contains("Echo: ");
    }

    private void isListed(String client) {
        assertThat(guest.company().api().read(guest.clients(), JsonNode.class))
                .extracting(each -> each.required("client").asText())
                .contains(client);
    }

    private void isRevoked(String client, String token) {
        InboundCredentials.watchFor(token);
        guest.company().api().expect(Request.post(guest.clients() + "/revoke", new RevokeClient(client)), 202);
        Eventually.passes(
                "its token is refused",
                () -> assertThat(Agent.with(tollgate.mcp(), token).list()).returns(401, Answer::status));
        assertThat(guest.company().api().read(guest.clients(), JsonNode.class))
                .extracting(each -> each.required("client").asText())
                .doesNotContain(client);
    }
}
