package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.OauthClient;
import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.control.oauth.TokenAnswer.Tokens;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.api.PersonExchange;
import dev.tollgate.model.api.ServerCredential.Kind;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tokens for the server that a provider gives for each person's sign-in there (RFC 8693). */
@ApplicationScoped
class PersonExchangeAccess implements AccessOf {
    private final OauthSecrets secrets;
    private final TokenResources resources;

    PersonExchangeAccess(OauthSecrets secrets, TokenResources resources) {
        this.secrets = secrets;
        this.resources = resources;
    }

    @Override
    public Kind kind() {
        return Kind.PERSON_TOKEN_EXCHANGE;
    }

    @Override
    public Question question(CredentialRow credential, TokenId token, TenantId tenant) {
        OauthCredential shown = secrets.shown(credential);
        PersonExchange wanted = Objects.requireNonNull(shown.exchange(), "it is of this kind");
        @Nullable URI resource = resources.of(credential.serverId, wanted.resource(), wanted.withoutResource());
        return new AtProvider(secrets.asConnected(credential, tenant), wanted, resource);
    }

    private record AtProvider(
            AsConnected signIn,
            PersonExchange wanted,
            @Nullable URI resource) implements Exchanging {
        @Override
        public TokenAnswer exchanged(Access access, Tokens signedIn, OauthClient oauth) {
            Access forServer = new Access(access.provider(), access.client(), resource, wanted.scopes());
            return switch (wanted.subject()) {
                case ACCESS_TOKEN ->
                    SignIns.byAccessToken(signedIn, subject -> oauth.exchange(forServer, subject, wanted.audience()));
                case ID_TOKEN ->
                    SignIns.byIdToken(signedIn, subject -> oauth.exchange(forServer, subject, wanted.audience()));
            };
        }
    }
}
