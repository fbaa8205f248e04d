package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.oauth.OauthClient;
import dev.tollgate.control.oauth.Provider;
import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.model.api.ClientCredentials;
import dev.tollgate.model.id.TenantId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One renewal: reads what is to be asked, asks outside of any transaction, writes and publishes what came of it. */
@ApplicationScoped
class Renewals {
    private final TokenStore tokens;
    private final CredentialStore credentials;
    private final ClientSecrets secrets;
    private final RenewalResults results;
    private final MasterSeal master;
    private final ServerService servers;
    private final Changes changes;

    Renewals(
            TokenStore tokens,
            CredentialStore credentials,
            ClientSecrets secrets,
            RenewalResults results,
            MasterSeal master,
            ServerService servers,
            Changes changes) {
        this.tokens = tokens;
        this.credentials = credentials;
        this.secrets = secrets;
        this.results = results;
        this.master = master;
        this.servers = servers;
        this.changes = changes;
    }

    /** What became of it. */
    enum Outcome {
        RENEWED,
        FAILED,
        /** Somebody else holds it by now, or the credential is another. */
        LOST
    }

    private record Question(
            ClientIdentity client,
            ClientCredentials wanted,
            @Nullable URI resource) {}

    /** Within the tenant's scope. */
    Outcome renew(UUID server, long fence, OauthClient oauth) {
        Optional<Question> question = QuarkusTransaction.requiringNew().call(() -> question(server, fence));
        return question.isEmpty() ? Outcome.LOST : write(server, fence, ask(question.get(), oauth));
    }

    private Optional<Question> question(UUID server, long fence) {
        return tokens.find(server)
                .filter(token -> token.fence == fence)
                .flatMap(token -> credentials
                        .find(server)
                        .filter(row -> row.secretVersion == token.secretVersion)
                        .map(row -> question(row, token.tenant())));
    }

    private Question question(CredentialRow row, TenantId tenant) {
        ClientCredentials wanted = secrets.shown(row);
        @Nullable URI resource = wanted.resource();
        if (resource == null && !wanted.withoutResource()) {
            resource = servers.credentialUrl(row.serverId).orElse(null);
        }
        return new Question(secrets.identity(row, tenant), wanted, resource);
    }

    private static TokenAnswer ask(Question question, OauthClient oauth) {
        ClientCredentials wanted = question.wanted();
        Provider provider;
        try {
            provider = oauth.provider(wanted.issuer());
        } catch (IllegalArgumentException e) {
            // What a provider says of itself may be another thing tomorrow.
            return new TokenAnswer.ProviderAway(String.valueOf(e.getMessage()), null);
        }
        return oauth.clientCredentials(new Access(provider, question.client(), question.resource(), wanted.scopes()));
    }

    private Outcome write(UUID server, long fence, TokenAnswer answer) {
        String masterKey = master.currentKey();
        return changes.make(change -> {
            Optional<TokenRow> row = tokens.lock(server).filter(token -> token.fence == fence);
            if (row.isEmpty()) {
                return Outcome.LOST;
            }
            RenewalResults.Effect effect = results.write(row.get(), answer, masterKey, change.tenant(), Times.now());
            if (effect.publish()) {
                servers.publishAgain(server, change);
            }
            if (effect.look()) {
                servers.lookAt(server, change);
            }
            return effect.renewed() ? Outcome.RENEWED : Outcome.FAILED;
        });
    }
}
