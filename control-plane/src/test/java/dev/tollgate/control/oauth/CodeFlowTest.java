package dev.tollgate.control.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tollgate.control.outgoing.Outgoing;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeFlowTest {
    private static final URI BACK = URI.create("https://tollgate.example/oauth/callback");

    private final Neighbour neighbour = new Neighbour();
    private final OauthClient client =
            new HttpOauthClient(Outgoing.fetch(neighbour.vertx(), true), Outgoing.gate(true), Optional.empty());
    private final Access access = Grounds.access(neighbour, new ClientIdentity.Public("me"));

    @AfterEach
    void close() {
        neighbour.close();
    }

    private static Provider with(Provider provider, @Nullable Set<String> challengeMethods, boolean issInCallback) {
        return new Provider(
                provider.issuer(),
                provider.authorizationEndpoint(),
                provider.tokenEndpoint(),
                null,
                null,
                null,
                null,
                null,
                challengeMethods,
                issInCallback,
                false,
                true);
    }

    @Test
    void aPersonIsSentWithAllThatTheReturnIsHeldTo() {
        Departure departure = client.depart(access, BACK);

        assertThat(departure.address().toString()).startsWith(neighbour.origin() + "/authorize?");
        assertThat(Neighbour.form(departure.address().getRawQuery()))
                .containsOnly(
                        Map.entry("response_type", "code"),
                        Map.entry("client_id", "me"),
                        Map.entry("redirect_uri", BACK.toString()),
                        Map.entry("scope", "read offline_access"),
                        Map.entry("state", departure.kept().state()),
                        Map.entry(
                                "code_challenge",
                                CodeFlow.challenge(departure.kept().verifier())),
                        Map.entry("code_challenge_method", "S256"),
                        Map.entry("resource", neighbour.origin() + "/mcp"),
                        Map.entry("prompt", "consent"));
        assertThat(departure.kept().state())
                .hasSize(43)
                .isNotEqualTo(departure.kept().verifier());
        assertThat(client.depart(access, BACK).kept().state())
                .isNotEqualTo(departure.kept().state());
    }

    @Test
    void whoAsksForMoreAsksForWhatWasThereToo() {
        assertThat(access.widened(List.of("write", "read")).scopes()).containsExactly("read", "write");
    }

    /** RFC 7636, appendix B. */
    @Test
    void theChallengeIsTheVerifiersHash() {
        assertThat(CodeFlow.challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void nobodyIsSentToAProviderWithoutPkce() {
        for (var methods : List.of(Set.of("plain"), Set.<String>of())) {
            Access without = new Access(with(access.provider(), methods, true), access.client(), null, List.of());
            assertThatThrownBy(() -> client.depart(without, BACK)).hasMessageContaining("PKCE");
        }
        Access silent = new Access(with(access.provider(), null, true), access.client(), null, List.of());
        assertThatThrownBy(() -> client.depart(silent, BACK)).hasMessageContaining("PKCE");
    }

    @Test
    void aCodeIsRedeemedWithItsVerifierAndTheSameReturn() {
        neighbour.says("/token", 200, Map.of("access_token", "a", "token_type", "Bearer"));
        Departure.Kept kept = client.depart(access, BACK).kept();

        TokenAnswer answer =
                client.redeem(access, kept, new Callback("code", kept.state(), neighbour.origin(), null, null));

        assertThat(answer).isInstanceOf(TokenAnswer.Tokens.class);
        assertThat(neighbour.last().form())
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "code")
                .containsEntry("redirect_uri", BACK.toString())
                .containsEntry("code_verifier", kept.verifier())
                .containsEntry("resource", neighbour.origin() + "/mcp");
    }

    /** STATE, ISS: what is kept; an empty one is not there. */
    @ParameterizedTest
    @CsvSource(
            emptyValue = "",
            value = {
                "true, code, other, ISS, is not the answer",
                "true, code, , ISS, is not the answer",
                "true, code, STATE, , does not name the provider",
                "true, code, STATE, ISS/, does not name the provider",
                "true, code, STATE, https://evil.example, does not name the provider",
                "false, code, STATE, https://evil.example, does not name the provider",
                "false, , STATE, , has neither a code nor an error"
            })
    void aCallbackThatIsNotTheAnswerIsSentNowhere(
            boolean issInCallback, @Nullable String code, @Nullable String state, @Nullable String iss, String why) {
        Access at =
                new Access(with(access.provider(), Set.of("S256"), issInCallback), access.client(), null, List.of());
        Departure.Kept kept = client.depart(at, BACK).kept();
        Callback callback = new Callback(
                code,
                state == null ? null : state.replace("STATE", kept.state()),
                iss == null ? null : iss.replace("ISS", neighbour.origin()),
                null,
                null);

        assertThatThrownBy(() -> client.redeem(at, kept, callback))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);

        assertThat(neighbour.asked()).isEmpty();
    }

    /** A mix-up: what one provider gave is not shown to another. */
    @Test
    void aCodeIsNotTakenToAnotherProvider() {
        Departure.Kept kept = client.depart(access, BACK).kept();
        try (Neighbour other = new Neighbour()) {
            Access elsewhere = Grounds.access(other, access.client());

            assertThatThrownBy(() -> client.redeem(
                            elsewhere, kept, new Callback("code", kept.state(), neighbour.origin(), null, null)))
                    .hasMessageContaining("another provider");

            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void aNoComesBackAsTheProviderSaidIt() {
        Departure.Kept kept = client.depart(access, BACK).kept();

        assertThat(client.redeem(
                        access,
                        kept,
                        new Callback(null, kept.state(), neighbour.origin(), "access_denied", "<b>no</b>")))
                .isEqualTo(new TokenAnswer.TokenRefused("access_denied", "<b>no</b>"));
    }
}
