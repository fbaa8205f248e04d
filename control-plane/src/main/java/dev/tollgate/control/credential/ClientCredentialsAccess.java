package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.oauth.OauthClient;
import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.model.api.ClientCredentials;
import dev.tollgate.model.api.ServerCredential.Kind;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens of Tollgate's own: the client that the tenant gave is all that it takes to ask. */
@ApplicationScoped
class ClientCredentialsAccess implements AccessOf {
    private final ClientSecrets secrets;
    private final TokenResources resources;

    ClientCredentialsAccess(ClientSecrets secrets, TokenResources resources) {
        this.secrets = secrets;
        this.resources = resources;
    }

    @Override
    public Kind kind() {
        return Kind.CLIENT_CREDENTIALS;
    }

    @Override
    public Question question(CredentialRow credential, TokenId token, TenantId tenant) {
        ClientCredentials wanted = secrets.client(credential);
        @Nullable URI resource = resources.of(credential.serverId, wanted.resource(), wanted.withoutResource());
        return new AsItself(secrets.identity(credential, tenant), wanted, resource, token.isOfTenant());
    }

    private record AsItself(
            ClientIdentity client,
            ClientCredentials wanted,
            @Nullable URI resource,
            boolean isOwn) implements Question {
        @Override
        public Access access(OauthClient oauth) {
            return new Access(oauth.provider(wanted.issuer()), client, resource, wanted.scopes());
        }

        @Override
        public Optional<TokenAnswer> ask(Access access, OauthClient oauth) {
            // Nobody is given what is Tollgate's own as theirs.
            return isOwn ? Optional.of(oauth.clientCredentials(access)) : Optional.empty();
        }
    }
}
