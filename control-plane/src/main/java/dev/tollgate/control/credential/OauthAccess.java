package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.oauth.OauthClient;
import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.model.api.OauthCredential.Found;
import dev.tollgate.model.api.ServerCredential.Kind;
import dev.tollgate.model.id.TenantId;
import java.util.Objects;
import java.util.Optional;

/** Tokens that somebody got by letting Tollgate in: renewed as the client, and at the provider, that they were got with. */
final class OauthAccess implements AccessOf {
    private final Kind kind;
    private final OauthSecrets secrets;

    OauthAccess(Kind kind, OauthSecrets secrets) {
        this.kind = kind;
        this.secrets = secrets;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public Question question(CredentialRow credential, TokenId token, TenantId tenant) {
        return new AsConnected(
                Objects.requireNonNull(secrets.shown(credential).found(), "whoever has tokens was sent somewhere"),
                secrets.identity(credential, tenant).orElseThrow());
    }

    private record AsConnected(Found found, ClientIdentity client) implements Question {
        @Override
        public Access access(OauthClient oauth) {
            return Acquaintance.again(found, client, oauth);
        }

        /** Only the person can. */
        @Override
        public Optional<TokenAnswer> ask(Access access, OauthClient oauth) {
            return Optional.empty();
        }
    }
}
