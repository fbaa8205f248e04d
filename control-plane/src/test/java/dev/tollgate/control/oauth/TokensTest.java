package dev.tollgate.control.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.outgoing.Outgoing;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests to a token endpoint, and what becomes of its answers. */
class TokensTest {
    private static final Map<String, Object> GIVEN =
            Map.of("access_token", "a", "token_type", "bearer", "expires_in", 60, "refresh_token", "r");

    private final Neighbour neighbour = new Neighbour();
    private final OauthClient client =
            new HttpOauthClient(Outgoing.fetch(neighbour.vertx(), true), Outgoing.gate(true), Optional.empty());
    private final Access open = Grounds.access(neighbour, new ClientIdentity.Public("me"));

    @AfterEach
    void close() {
        neighbour.close();
    }

    @Test
    void tokensAreGivenWithTheirLifeAndScopes() {
        neighbour.says("/token", 200, GIVEN);

        TokenAnswer answer = client.refresh(open, "old");

        assertThat(answer)
                .asInstanceOf(InstanceOfAssertFactories.type(TokenAnswer.Tokens.class))
                .satisfies(tokens -> {
                    assertThat(tokens.accessToken()).isEqualTo("a");
                    assertThat(tokens.refreshToken()).isEqualTo("r");
                    assertThat(tokens.expiresAt())
                            .isBetween(Instant.now(), Instant.now().plusSeconds(60));
                    assertThat(tokens.scopes()).containsExactly("read");
                    assertThat(tokens).asString().doesNotContain("a\"", "r\"").startsWith("tokens until");
                });
        assertThat(neighbour.last().form())
                .containsOnly(
                        Map.entry("grant_type", "refresh_token"),
                        Map.entry("refresh_token", "old"),
                        Map.entry("client_id", "me"),
                        Map.entry("resource", neighbour.origin() + "/mcp"));
    }

    @Test
    void aListOfScopesThatIsNoneCostsNoToken() {
        neighbour.says(
                "/token", 200, Map.of("access_token", "a", "token_type", "bearer", "refresh_token", "r", "scope", "é"));

        assertThat(client.refresh(open, "old"))
                .asInstanceOf(InstanceOfAssertFactories.type(TokenAnswer.Tokens.class))
                .returns("r", TokenAnswer.Tokens::refreshToken)
                .returns(List.of("read"), TokenAnswer.Tokens::scopes);
    }

    @Test
    void aSecretStandsInTheHeaderEncodedAsInAForm() {
        neighbour.says("/token", 200, GIVEN);

        client.clientCredentials(
                Grounds.access(neighbour, new ClientIdentity.Secret("m e", "s:%", ClientIdentity.SecretMethod.BASIC)));

        byte[] both = "m+e:s%3A%25".getBytes(StandardCharsets.UTF_8);
        assertThat(neighbour.last().authorization())
                .isEqualTo("Basic " + Base64.getEncoder().encodeToString(both));
        assertThat(neighbour.last().form()).containsEntry("scope", "read").doesNotContainKey("client_secret");
    }

    @Test
    void orInTheForm() {
        neighbour.says("/token", 200, GIVEN);

        client.clientCredentials(
                Grounds.access(neighbour, new ClientIdentity.Secret("me", "s", ClientIdentity.SecretMethod.POST)));

        assertThat(neighbour.last().authorization()).isEmpty();
        assertThat(neighbour.last().form()).containsEntry("client_id", "me").containsEntry("client_secret", "s");
    }

    @Test
    void aKeySignsForThisProviderAlone() throws Exception {
        neighbour.says("/token", 200, GIVEN);
        AssertionKey key = AssertionKey.made();

        client.clientCredentials(Grounds.access(neighbour, new ClientIdentity.PrivateKeyJwt("me", key)));

        JwtClaims claims = new JwtConsumerBuilder()
                .setVerificationKey(
                        PublicJsonWebKey.Factory.newPublicJwk(key.publicJwk()).getPublicKey())
                .setExpectedAudience(neighbour.origin())
                .setExpectedIssuer("me")
                .setExpectedSubject("me")
                .setRequireExpirationTime()
                .setRequireJwtId()
                .build()
                .processToClaims(neighbour.last().form().get("client_assertion"));
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isLessThanOrEqualTo(120);
    }

    @Test
    void aNoIsTheProvidersOwn() {
        neighbour.says("/token", 400, Map.of("error", "invalid_grant", "error_description", "gone\r\nSet-Cookie: ü"));

        assertThat(client.refresh(open, "old"))
                .isEqualTo(new TokenAnswer.TokenRefused("invalid_grant", "gone??Set-Cookie: ?"));
    }

    @ParameterizedTest
    @CsvSource({
        "500, invalid_grant",
        "503, ''",
        "429, invalid_grant",
        "404, ''",
        "302, ''",
        "400, temporarily_unavailable"
    })
    void whatIsNoNoMayBeTriedAgain(int status, String error) {
        neighbour.does(
                "/token",
                request -> request.response()
                        .setStatusCode(status)
                        .putHeader("Retry-After", "7")
                        .putHeader("Location", neighbour.origin() + "/other")
                        .end("{\"error\":\"" + error + "\"}"));

        assertThat(client.refresh(open, "old"))
                .isEqualTo(new TokenAnswer.ProviderAway("answers with status " + status, Duration.ofSeconds(7)));
        assertThat(neighbour.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "[]",
                "{\"token_type\":\"bearer\"}",
                "{\"access_token\":\"a\"}",
                "{\"access_token\":\"a b\",\"token_type\":\"bearer\"}",
                "{\"access_token\":7,\"token_type\":\"bearer\"}"
            })
    void whatIsNoTokenIsNotTaken(String body) {
        neighbour.does("/token", request -> request.response().end(body));

        assertThat(client.refresh(open, "old")).isInstanceOf(TokenAnswer.ProviderAway.class);
    }

    @Test
    void tokensThatNeedMoreThanBearingAreNotTaken() {
        neighbour.says("/token", 200, Map.of("access_token", "a", "token_type", "DPoP"));

        assertThat(client.refresh(open, "old"))
                .isEqualTo(
                        new TokenAnswer.TokenRefused("unsupported_token_type", "The provider gives no bearer tokens."));
    }

    @Test
    void anotherSTokenIsExchanged() {
        neighbour.says("/token", 200, GIVEN);

        client.exchange(open, new SubjectToken("theirs", SubjectToken.ACCESS_TOKEN), "api");

        assertThat(neighbour.last().form())
                .containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange")
                .containsEntry("subject_token", "theirs")
                .containsEntry("subject_token_type", SubjectToken.ACCESS_TOKEN.toString())
                .containsEntry("audience", "api")
                .containsEntry("scope", "read");
    }

    @Test
    void whatTheEnterpriseVouchesForIsGivenToTheServersProvider() {
        try (Neighbour enterprise = new Neighbour()) {
            enterprise.says(
                    "/token",
                    200,
                    Map.of(
                            "access_token",
                            "jag",
                            "token_type",
                            "N_A",
                            "issued_token_type",
                            "urn:ietf:params:oauth:token-type:id-jag"));
            neighbour.says("/token", 200, GIVEN);
            Access vouching = new Access(
                    Grounds.provider(enterprise, null, false),
                    new ClientIdentity.Public("at-work"),
                    URI.create("https://not-looked-at.example"),
                    List.of("ignored"));

            TokenAnswer answer = client.vouched(vouching, new SubjectToken("id", SubjectToken.ID_TOKEN), open);

            assertThat(answer).isInstanceOf(TokenAnswer.Tokens.class);
            assertThat(enterprise.last().form())
                    .containsEntry("requested_token_type", "urn:ietf:params:oauth:token-type:id-jag")
                    .containsEntry("audience", neighbour.origin())
                    .containsEntry("resource", neighbour.origin() + "/mcp")
                    .containsEntry("scope", "read")
                    .containsEntry("client_id", "at-work");
            assertThat(neighbour.last().form())
                    .containsEntry("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer")
                    .containsEntry("assertion", "jag");
        }
    }

    /** Its own access token, say, which the server's provider has no business with. */
    @Test
    void whatIsNoGrantIsGivenToNobody() {
        try (Neighbour enterprise = new Neighbour()) {
            enterprise.says("/token", 200, GIVEN);

            TokenAnswer answer = client.vouched(
                    Grounds.access(enterprise, new ClientIdentity.Public("at-work")),
                    new SubjectToken("id", SubjectToken.ID_TOKEN),
                    open);

            assertThat(answer)
                    .isEqualTo(new TokenAnswer.TokenRefused(
                            "unsupported_token_type", "The provider gives another token than was asked for."));
            assertThat(neighbour.asked()).isEmpty();
        }
    }

    @Test
    void whoSignedInIsReadBesideTheTokens() {
        neighbour.says("/token", 200, Map.of("access_token", "a", "token_type", "bearer", "id_token", "i"));

        assertThat(client.refresh(open, "old"))
                .asInstanceOf(InstanceOfAssertFactories.type(TokenAnswer.Tokens.class))
                .returns("i", TokenAnswer.Tokens::idToken);
    }

    @Test
    void whatTheEnterpriseDoesNotVouchForGoesNowhere() {
        try (Neighbour enterprise = new Neighbour()) {
            enterprise.says("/token", 403, Map.of("error", "access_denied"));

            TokenAnswer answer = client.vouched(
                    Grounds.access(enterprise, new ClientIdentity.Public("at-work")),
                    new SubjectToken("id", SubjectToken.ID_TOKEN),
                    open);

            assertThat(answer).isEqualTo(new TokenAnswer.TokenRefused("access_denied", null));
            assertThat(neighbour.asked()).isEmpty();
        }
    }

    @Test
    void aProviderIsToldOfATokenThatIsNotUsedAnyMore() {
        neighbour.says("/revoke", 200, Map.of());

        assertThat(client.revoke(open, "r")).isTrue();

        assertThat(neighbour.last().form()).containsEntry("token", "r").containsEntry("client_id", "me");
        neighbour.says("/revoke", 503, Map.of());
        assertThat(client.revoke(open, "r")).isFalse();
    }
}
