package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.oauth.OauthClient;
import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.control.oauth.TokenAnswer.Tokens;
import dev.tollgate.model.api.IdJag;
import dev.tollgate.model.api.ServerCredential.Kind;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tokens of the server's own provider, for which the provider of each person's sign-in vouches. */
@ApplicationScoped
class IdJagAccess implements AccessOf {
    private final OauthSecrets secrets;
    private final GrantClients clients;
    private final TokenResources resources;

    IdJagAccess(OauthSecrets secrets, GrantClients clients, TokenResources resources) {
        this.secrets = secrets;
        this.clients = clients;
        this.resources = resources;
    }

    @Override
    public Kind kind() {
        return Kind.PERSON_ID_JAG;
    }

    @Override
    public Question question(CredentialRow credential, TokenId token, TenantId tenant) {
        IdJag wanted = Objects.requireNonNull(secrets.shown(credential).idJag(), "it is of this kind");
        @Nullable URI resource = resources.of(credential.serverId, wanted.resource(), wanted.withoutResource());
        return new ByGrant(
                secrets.asConnected(credential, tenant),
                wanted,
                clients.identity(credential, wanted, tenant),
                resource);
    }

    private record ByGrant(
            AsConnected signIn,
            IdJag wanted,
            ClientIdentity client,
            @Nullable URI resource) implements Exchanging {
        @Override
        public TokenAnswer exchanged(Access access, Tokens signedIn, OauthClient oauth) {
            Access forServer = new Access(oauth.provider(wanted.issuer()), client, resource, wanted.scopes());
            return SignIns.byIdToken(signedIn, subject -> oauth.vouched(access, subject, forServer));
        }
    }
}
