package dev.tollgate.ui.view.servers;

import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.ClientCredentials;
import dev.tollgate.model.api.ConnectedPerson;
import dev.tollgate.model.api.PersonHeaders;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.api.TokenExchange;
import dev.tollgate.ui.view.layout.Texts;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A credential in one line, without anything that is secret. */
final class CredentialWords {
    private CredentialWords() {}

    static String of(ServerCredential credential) {
        return switch (credential.kind()) {
            case NONE -> "none";
            case HEADERS ->
                credential.headers().stream()
                        .map(header -> header.name() + " (since " + Texts.minute(header.changedAt()) + ")")
                        .collect(Collectors.joining(", "));
            case PERSON_HEADERS ->
                "each person's own: "
                        + credential.headers().stream()
                                .map(ServerCredential.Header::name)
                                .collect(Collectors.joining(", "));
            case CLIENT_CREDENTIALS -> client(credential.clientCredentials()) + "; " + token(credential.token());
            case TOKEN_EXCHANGE ->
                "tokens that " + client(client(credential.tokenExchange())) + " exchanges; "
                        + token(credential.token());
            case OAUTH -> "an account of the organization; " + account(credential.token());
            case PERSON_OAUTH -> "each person's own account";
            case PERSON_TOKEN_EXCHANGE -> "a token that each person's sign-in is exchanged for";
            case PERSON_ID_JAG -> "a token that each person's sign-in is a grant for";
        };
    }

    private static String account(@Nullable AccessTokenStatus token) {
        return token == null ? "not connected" : token(token);
    }

    private static @Nullable ClientCredentials client(@Nullable TokenExchange exchange) {
        return exchange == null ? null : exchange.client();
    }

    private static String client(@Nullable ClientCredentials client) {
        return client == null ? "a client" : "client “" + client.clientId() + "” of " + client.issuer();
    }

    /** How somebody's own connection does. */
    static String of(ConnectedPerson person) {
        String missing = person.headers().stream()
                .filter(header -> header.changedAt() == null)
                .map(PersonHeaders.Header::name)
                .collect(Collectors.joining(", "));
        String how = person.token() != null
                ? token(person.token())
                : missing.isEmpty() ? "has given headers of their own" : "has still to give " + missing;
        return how + "; " + (person.clients() == 1 ? "1 client" : person.clients() + " clients") + " allowed";
    }

    static String token(@Nullable AccessTokenStatus token) {
        if (token == null) {
            return "no token";
        }
        String until = token.expiresAt() == null ? "" : " until " + Texts.minute(token.expiresAt());
        return switch (token.state()) {
            case PENDING -> "its token is being asked for";
            case VALID ->
                "token valid" + until + (token.scopes().isEmpty() ? "" : " for " + String.join(" ", token.scopes()));
            case RETRYING -> "renewal is being retried: " + token.reason();
            case NEEDS_ATTENTION -> "needs attention since " + Texts.minute(token.since()) + ": " + token.reason();
        };
    }
}
