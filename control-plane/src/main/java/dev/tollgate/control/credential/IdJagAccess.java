package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.oauth.OauthClient;
import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.control.oauth.TokenAnswer.Tokens;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.model.api.IdJag;
import dev.tollgate.model.api.ServerCredential.Kind;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens of the server's own provider, for which the provider of each person's sign-in vouches. */
@ApplicationScoped
class IdJagAccess implements AccessOf {
    private final OauthSecrets secrets;
    private final GrantClients clients;
    private final ServerService servers;

    IdJagAccess(OauthSecrets secrets, GrantClients clients, ServerService servers) {
        this.secrets = secrets;
        this.clients = clients;
        this.servers = servers;
    }

    @Override
    public Kind kind() {
        return Kind.PERSON_ID_JAG;
    }

    @Override
    public Question question(CredentialRow credential, TokenId token, TenantId tenant) {
        IdJag wanted = Objects.requireNonNull(secrets.shown(credential).idJag(), "it is of this kind");
        @Nullable URI resource = wanted.resource();
        if (resource == null && !wanted.withoutResource()) {
            resource = servers.credentialUrl(credential.serverId).orElse(null);
        }
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
        public Access access(OauthClient oauth) {
            return signIn.access(oauth);
        }

        @Override
        public Optional<TokenAnswer> ask(Access access, OauthClient oauth) {
            return signIn.ask(access, oauth);
        }

        @Override
        public TokenAnswer exchanged(Access access, Tokens signedIn, OauthClient oauth) {
            Access forServer = new Access(oauth.provider(wanted.issuer()), client, resource, wanted.scopes());
            return SignIns.byIdToken(signedIn, subject -> oauth.vouched(access, subject, forServer));
        }
    }
}
