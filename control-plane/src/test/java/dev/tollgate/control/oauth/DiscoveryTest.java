package dev.tollgate.control.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.control.outgoing.Outgoing;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers and providers may publish, and where, against a listener. */
class DiscoveryTest {
    private final Neighbour neighbour = new Neighbour();
    private final OauthClient client =
            new HttpOauthClient(Outgoing.fetch(neighbour.vertx(), true), Outgoing.gate(true), Optional.empty());
    private final URI server = neighbour.at("/mcp");

    @AfterEach
    void close() {
        neighbour.close();
    }

    private void challenges(String parameters) {
        neighbour.does(
                "/mcp",
                request -> request.response()
                        .setStatusCode(401)
                        .putHeader("WWW-Authenticate", "Bearer " + parameters)
                        .end());
    }

    private void publishesResource(String path, String resource, String issuer) {
        neighbour.says(
                path,
                200,
                Map.of(
                        "resource",
                        resource,
                        "authorization_servers",
                        List.of(issuer),
                        "scopes_supported",
                        List.of("listed")));
    }

    private void publishesProvider(String path, String issuer) {
        neighbour.says(
                path,
                200,
                Map.of(
                        "issuer",
                        issuer,
                        "authorization_endpoint",
                        neighbour.origin() + "/a",
                        "token_endpoint",
                        neighbour.origin() + "/t",
                        "code_challenge_methods_supported",
                        List.of("S256")));
    }

    @Test
    void theChallengeSaysWhereToLookAndWhatToAskFor() {
        challenges("resource_metadata=\"" + neighbour.at("/elsewhere.json") + "\", scope=\"asked\"");
        publishesResource("/elsewhere.json", server.toString(), neighbour.origin());
        publishesResource("/.well-known/oauth-protected-resource/mcp", server.toString(), "https://other.example");
        publishesProvider("/.well-known/oauth-authorization-server", neighbour.origin());

        Discovered found = client.discover(server).orElseThrow();

        assertThat(found.server())
                .isEqualTo(new Protected(server, List.of(URI.create(neighbour.origin())), List.of("asked")));
        assertThat(found.provider().tokenEndpoint()).isEqualTo(neighbour.at("/t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/oauth-protected-resource/mcp", "/.well-known/oauth-protected-resource"})
    void withoutOneItStandsBehindThePathOrAtTheRoot(String place) {
        challenges("realm=\"x\"");
        String resource = place.endsWith("/mcp") ? server.toString() : neighbour.origin();
        publishesResource(place, resource, neighbour.origin());
        publishesProvider("/.well-known/openid-configuration", neighbour.origin());

        Protected found = client.discover(server).orElseThrow().server();

        assertThat(found.resource()).hasToString(resource);
        assertThat(found.scopes()).containsExactly("listed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/.well-known/oauth-authorization-server/tenant",
                "/.well-known/openid-configuration/tenant",
                "/tenant/.well-known/openid-configuration"
            })
    void aProviderWithAPathIsFoundInEachOfItsPlaces(String place) {
        publishesProvider(place, neighbour.origin() + "/tenant");

        assertThat(client.provider(neighbour.at("/tenant")).issuer()).isEqualTo(neighbour.at("/tenant"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/mcp", "ORIGIN/other", "ORIGIN/mcp/", "ORIGIN", "ORIGIN/mcp?x=1"})
    void metadataForAnotherAddressIsRefused(String resource) {
        challenges("realm=\"x\"");
        publishesResource(
                "/.well-known/oauth-protected-resource/mcp",
                resource.replace("ORIGIN", neighbour.origin()),
                neighbour.origin());

        assertThatThrownBy(() -> client.discover(server))
                .hasMessage("publishes OAuth metadata for another address than its own");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://attacker.example", "ORIGIN/", "ORIGIN/tenant"})
    void aProviderThatAnswersForAnotherIssuerIsRefused(String issuer) {
        publishesProvider("/.well-known/oauth-authorization-server", issuer.replace("ORIGIN", neighbour.origin()));

        assertThatThrownBy(() -> client.provider(URI.create(neighbour.origin())))
                .hasMessage("answers for another issuer than its own address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/t", "http://example.com/t", "file:///t", "not an address"})
    void anEndpointThatMayNotBeDialledIsRefused(String endpoint) {
        neighbour.says(
                "/.well-known/oauth-authorization-server",
                200,
                Map.of("issuer", neighbour.origin(), "token_endpoint", endpoint));

        assertThatThrownBy(() -> client.provider(URI.create(neighbour.origin())))
                .hasMessage("names no usable token_endpoint in its document");
    }

    @Test
    void aServerOfOldIsItsOwnProvider() {
        challenges("realm=\"x\"");

        Discovered found = client.discover(server).orElseThrow();

        assertThat(found.server().resource()).isNull();
        assertThat(found.provider().registrationEndpoint()).isEqualTo(neighbour.at("/register"));
        assertThat(found.provider().hasPkce()).isTrue();
    }

    @Test
    void aServerThatAsksForNothingIsOpen() {
        neighbour.says("/mcp", 200, Map.of("jsonrpc", "2.0"));

        assertThat(client.discover(server)).isEmpty();
    }

    @Test
    void aProviderThatFailsIsNotTakenForOneThatPublishesNothing() {
        challenges("realm=\"x\"");
        neighbour.says("/.well-known/oauth-authorization-server", 503, Map.of());

        assertThatThrownBy(() -> client.discover(server)).hasMessageContaining("status 503");
    }

    @Test
    void nothingIsAskedOfAMachineThatMayNotBeDialled() {
        OauthClient strict =
                new HttpOauthClient(Outgoing.fetch(neighbour.vertx(), false), Outgoing.gate(false), Optional.empty());

        assertThatThrownBy(() -> strict.discover(server)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> strict.provider(URI.create(neighbour.origin())))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(neighbour.asked()).isEmpty();
    }
}
