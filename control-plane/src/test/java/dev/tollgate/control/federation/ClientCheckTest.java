package dev.tollgate.control.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.oauth.FakeOauthClient;
import dev.tollgate.control.oauth.TokenAnswer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientCheckTest {
    private static final URI ISSUER = FakeOauthClient.ISSUER;
    private static final URI REDIRECT = URI.create("https://realm.example/endpoint");
    private static final Provider PROVIDER = new Provider(
            ISSUER.resolve(Discovery.SUFFIX),
            ISSUER,
            Map.of(
                    "authorization_endpoint", ISSUER.resolve("/authorize"),
                    "token_endpoint", ISSUER.resolve("/token"),
                    "jwks_uri", ISSUER.resolve("/keys")));

    private final FakeOauthClient oauth = new FakeOauthClient();
    private final ClientCheck check = new ClientCheck(oauth);

    @ParameterizedTest
    @CsvSource({"invalid_client,true", "unauthorized_client,true", "invalid_grant,false", "invalid_request,false"})
    void onlyAProviderThatSaysSoDoesNotKnowTheClient(String error, boolean refused) {
        oauth.next(new TokenAnswer.TokenRefused(error, null));

        assertThat(check.isRefused(PROVIDER, "tollgate", "s3cret", REDIRECT)).isEqualTo(refused);
        assertThat(oauth.asked()).isEqualTo(List.of("redeem a-code-that-nobody-was-given"));
    }

    @Test
    void oneThatIsAwayHasNotSaid() {
        assertThat(check.isRefused(PROVIDER, "tollgate", "s3cret", REDIRECT)).isFalse();
    }
}
