package dev.tollgate.control.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.control.outgoing.Outgoing;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntroductionTest {
    private static final Registration.Wanted WANTED =
            new Registration.Wanted("Tollgate", URI.create("https://tollgate.example/oauth/callback"));

    private final Neighbour neighbour = new Neighbour();
    private final PublicAddress address = new PublicAddress(URI.create("https://tollgate.example/"));
    private final OauthClient client = client(address);

    @AfterEach
    void close() {
        neighbour.close();
    }

    private OauthClient client(PublicAddress found) {
        return new HttpOauthClient(
                Outgoing.fetch(neighbour.vertx(), true), Outgoing.gate(true), found.clientDocument());
    }

    @Test
    void whoReadsClientDocumentsIsToldWhereOursIs() {
        Registration made = client.register(Grounds.provider(neighbour, null, true), WANTED);

        assertThat(made.client()).isEqualTo(new ClientIdentity.Public("https://tollgate.example/client-metadata.json"));
        assertThat(neighbour.asked()).isEmpty();
    }

    @Test
    void aDocumentThatNobodyCouldReadIsNotNamed() {
        neighbour.says("/register", 201, Map.of("client_id", "new", "token_endpoint_auth_method", "none"));
        OauthClient local = client(new PublicAddress(URI.create("http://127.0.0.1:8080")));

        assertThat(local.register(Grounds.provider(neighbour, null, true), WANTED)
                        .client())
                .isEqualTo(new ClientIdentity.Public("new"));
    }

    @ParameterizedTest
    @CsvSource({
        "client_secret_basic none, client_secret_basic",
        "client_secret_post none, client_secret_post",
        "none, none"
    })
    void othersAreAskedToRegisterInTheirOwnWay(String taken, String method) {
        neighbour.says(
                "/register", 201, Map.of("client_id", "new", "client_secret", "s", "client_secret_expires_at", 9));

        Registration made = client.register(Grounds.provider(neighbour, Set.of(taken.split(" ")), false), WANTED);

        assertThat(new JsonObject(neighbour.last().body()).getMap())
                .containsEntry("token_endpoint_auth_method", method)
                .containsEntry("redirect_uris", List.of(WANTED.redirect().toString()))
                .containsEntry("grant_types", List.of("authorization_code", "refresh_token"))
                .containsEntry("application_type", "web");
        assertThat(made)
                .isEqualTo(
                        switch (method) {
                            case "none" -> new Registration(new ClientIdentity.Public("new"), null);
                            default ->
                                new Registration(
                                        new ClientIdentity.Secret(
                                                "new",
                                                "s",
                                                method.endsWith("basic")
                                                        ? ClientIdentity.SecretMethod.BASIC
                                                        : ClientIdentity.SecretMethod.POST),
                                        Instant.ofEpochSecond(9));
                        });
    }

    @Test
    void aReturnToOnesOwnMachineIsANativeApplications() {
        assertThat(ClientDocument.metadata(
                        new Registration.Wanted("Tollgate", URI.create("http://127.0.0.1:8080/oauth/callback"))))
                .containsEntry("application_type", "native");
    }

    @Test
    void whoTakesNobodyMustBeGivenAClient() {
        neighbour.says("/register", 403, Map.of("error", "access_denied"));

        assertThatThrownBy(() -> client.register(Grounds.provider(neighbour, null, false), WANTED))
                .hasMessageContaining("status 403");
        assertThatThrownBy(() -> client.register(Grounds.provider(neighbour, Set.of("tls_client_auth"), false), WANTED))
                .hasMessageContaining("give the one that you have there");
        assertThatThrownBy(() -> client.register(Grounds.withoutRegistration(neighbour), WANTED))
                .hasMessageContaining("give the client that you have there");
    }

    @Test
    void ourDocumentSaysWhereItIsAndWherePeopleComeBack() {
        JsonObject document = new JsonObject(
                new String(ClientDocument.at(address.clientDocument().orElseThrow(), WANTED), StandardCharsets.UTF_8));

        assertThat(document.getMap())
                .containsEntry("client_id", "https://tollgate.example/client-metadata.json")
                .containsEntry("redirect_uris", List.of(address.callback().toString()))
                .containsEntry("token_endpoint_auth_method", "none");
        assertThat(new PublicAddress(URI.create("http://tollgate.example")).clientDocument())
                .isEqualTo(Optional.empty());
    }
}
