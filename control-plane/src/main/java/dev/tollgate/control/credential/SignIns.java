package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.SubjectToken;
import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.control.oauth.TokenAnswer.TokenRefused;
import dev.tollgate.control.oauth.TokenAnswer.Tokens;
import java.util.Optional;
import java.util.function.Function;

/** What a person's sign-in is worth at a provider that gives something else for it, and nothing of the sign-in itself for a server. */
final class SignIns {
    private SignIns() {}

    /** Providers need not give one again with a refresh (OpenID Connect Core, 12.2). */
    static TokenAnswer byIdToken(Tokens signIn, Function<SubjectToken, TokenAnswer> exchange) {
        TokenAnswer answer = Optional.ofNullable(signIn.idToken())
                .map(token -> exchange.apply(new SubjectToken(token, SubjectToken.ID_TOKEN)))
                .orElseGet(() -> new TokenRefused("no_id_token", "The provider of the sign-in gives no id token."));
        return another(answer, signIn);
    }

    static TokenAnswer byAccessToken(Tokens signIn, Function<SubjectToken, TokenAnswer> exchange) {
        return another(exchange.apply(new SubjectToken(signIn.accessToken(), SubjectToken.ACCESS_TOKEN)), signIn);
    }

    /**
     * The next one is asked for anew, so nothing else of the answer is kept. A provider that hands back what it was given would
     * have the server shown a token for the provider itself.
     */
    private static TokenAnswer another(TokenAnswer answer, Tokens signIn) {
        return switch (answer) {
            case Tokens given
            when given.accessToken().equals(signIn.accessToken())
                    || given.accessToken().equals(signIn.idToken()) ->
                new TokenRefused("same_token", "The provider hands back the token of the sign-in.");
            case Tokens given -> given.once();
            case TokenRefused _, TokenAnswer.ProviderAway _ -> answer;
        };
    }
}
