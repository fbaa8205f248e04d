package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.oauth.OauthClient;
import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.model.api.ServerCredential.Kind;
import dev.tollgate.model.api.TokenExchange;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens for the server that a provider gives for Tollgate's own token; both are asked for each time anew. */
@ApplicationScoped
class TokenExchangeAccess implements AccessOf {
    private final ClientSecrets secrets;
    private final TokenResources resources;

    TokenExchangeAccess(ClientSecrets secrets, TokenResources resources) {
        this.secrets = secrets;
        this.resources = resources;
    }

    @Override
    public Kind kind() {
        return Kind.TOKEN_EXCHANGE;
    }

    @Override
    public Question question(CredentialRow credential, TokenId token, TenantId tenant) {
        TokenExchange wanted = secrets.exchange(credential);
        @Nullable
        URI resource = resources.of(
                credential.serverId, wanted.client().resource(), wanted.client().withoutResource());
        return new OfItself(secrets.identity(credential, tenant), wanted, resource, token.isOfTenant());
    }

    private record OfItself(
            ClientIdentity client,
            TokenExchange wanted,
            @Nullable URI resource,
            boolean isOwn) implements Question {
        @Override
        public Access access(OauthClient oauth) {
            return new Access(
                    oauth.provider(wanted.client().issuer()),
                    client,
                    resource,
                    wanted.client().scopes());
        }

        @Override
        public Optional<TokenAnswer> ask(Access access, OauthClient oauth) {
            // Nobody is given what is Tollgate's own as theirs.
            return isOwn ? Optional.of(exchanged(access, oauth)) : Optional.empty();
        }

        /** The token that is exchanged is for the provider itself: no server is to take it. */
        private TokenAnswer exchanged(Access access, OauthClient oauth) {
            TokenAnswer own = oauth.clientCredentials(
                    new Access(access.provider(), access.client(), null, wanted.subjectScopes()));
            return own instanceof TokenAnswer.Tokens tokens
                    ? SignIns.byAccessToken(tokens, subject -> oauth.exchange(access, subject, wanted.audience()))
                    : own;
        }
    }
}
