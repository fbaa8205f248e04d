package dev.tollgate.control.credential;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.model.api.ClientCredentials;
import dev.tollgate.model.api.NewClientCredentials;
import dev.tollgate.model.api.NewTokenExchange;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.api.TokenExchange;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Client credentials as they are kept: what all may see in the row, the secret or the private key sealed. */
@ApplicationScoped
class ClientSecrets {
    private final KeptClients kept;

    ClientSecrets(KeptClients kept) {
        this.kept = kept;
    }

    ClientCredentials client(CredentialRow row) {
        return row.kind == ServerCredential.Kind.TOKEN_EXCHANGE
                ? exchange(row).client()
                : kept.settings(row, new TypeReference<ClientCredentials>() {});
    }

    TokenExchange exchange(CredentialRow row) {
        return kept.settings(row, new TypeReference<TokenExchange>() {});
    }

    ClientIdentity identity(CredentialRow row, TenantId tenant) {
        ClientCredentials shown = client(row);
        return KeptClients.identity(shown.clientId(), shown.method(), () -> kept.open(row, tenant));
    }

    /** Writes the wanted ones into the row, under its next version. */
    void write(CredentialRow row, NewClientCredentials wanted, TenantId tenant, Instant now) {
        write(row, ServerCredential.Kind.CLIENT_CREDENTIALS, wanted, tenant, now, client -> client);
    }

    void write(CredentialRow row, NewTokenExchange wanted, TenantId tenant, Instant now) {
        List<String> subjectScopes = wanted.subjectScopes() == null ? List.of() : wanted.subjectScopes();
        write(
                row,
                ServerCredential.Kind.TOKEN_EXCHANGE,
                wanted.client(),
                tenant,
                now,
                client -> new TokenExchange(client, wanted.audience(), subjectScopes));
    }

    /**
     * @param settings what the row is to say, of what it is to say of the client
     */
    private void write(
            CredentialRow row,
            ServerCredential.Kind kind,
            NewClientCredentials wanted,
            TenantId tenant,
            Instant now,
            Function<ClientCredentials, Object> settings) {
        Optional<ClientCredentials> before = stored(row, wanted);
        String secret = secret(row, wanted, tenant, before.isPresent(), kind);
        boolean same = before.isPresent() && wanted.secret() == null;
        ClientCredentials next = new ClientCredentials(
                wanted.issuer(),
                wanted.clientId(),
                wanted.method(),
                wanted.scopes() == null ? List.of() : wanted.scopes(),
                wanted.resource(),
                Boolean.TRUE.equals(wanted.withoutResource()),
                kept.publicKey(wanted.method(), secret),
                same ? before.get().changedAt() : now);
        row.becomes(kind, now);
        kept.settings(row, settings.apply(next));
        kept.seal(row, secret, tenant);
    }

    /** What is stored for the same client of the same issuer: a secret is shown to nobody whom it was not given for. */
    private Optional<ClientCredentials> stored(CredentialRow row, NewClientCredentials wanted) {
        return !hasClient(row)
                ? Optional.empty()
                : Optional.of(client(row))
                        .filter(before -> before.issuer().equals(wanted.issuer())
                                && before.clientId().equals(wanted.clientId())
                                && KeptClients.isKey(before.method()) == KeptClients.isKey(wanted.method()));
    }

    private static boolean hasClient(CredentialRow row) {
        return row.kind == ServerCredential.Kind.CLIENT_CREDENTIALS || row.kind == ServerCredential.Kind.TOKEN_EXCHANGE;
    }

    private String secret(
            CredentialRow row,
            NewClientCredentials wanted,
            TenantId tenant,
            boolean isKept,
            ServerCredential.Kind kind) {
        if (wanted.secret() != null) {
            return wanted.secret();
        }
        return isKept
                ? kept.open(row, tenant)
                : KeptClients.made(
                        wanted.method(),
                        kind == ServerCredential.Kind.TOKEN_EXCHANGE
                                ? "tokenExchange.client.secret"
                                : "clientCredentials.secret");
    }
}
