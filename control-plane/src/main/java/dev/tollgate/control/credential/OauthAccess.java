package dev.tollgate.control.credential;

import dev.tollgate.model.api.ServerCredential.Kind;
import dev.tollgate.model.id.TenantId;

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
        return secrets.asConnected(credential, tenant);
    }
}
