package dev.tollgate.control.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.control.oauth.AssertionKey;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.ClientCredentials;
import dev.tollgate.model.api.ClientMethod;
import dev.tollgate.model.api.NewClientCredentials;
import dev.tollgate.model.api.NewTokenExchange;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.api.TokenExchange;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Client credentials as they are kept: what all may see in the row, the secret or the private key sealed. */
@ApplicationScoped
class ClientSecrets {
    private final MasterSeal master;
    private final ObjectMapper json;

    ClientSecrets(MasterSeal master, ObjectMapper json) {
        this.master = master;
        this.json = json;
    }

    ClientCredentials client(CredentialRow row) {
        return row.kind == ServerCredential.Kind.TOKEN_EXCHANGE
                ? exchange(row).client()
                : read(Objects.requireNonNull(row.settings), new TypeReference<ClientCredentials>() {});
    }

    TokenExchange exchange(CredentialRow row) {
        return read(Objects.requireNonNull(row.settings), new TypeReference<TokenExchange>() {});
    }

    ClientIdentity identity(CredentialRow row, TenantId tenant) {
        ClientCredentials shown = client(row);
        String secret = open(row, tenant);
        return switch (shown.method()) {
            case CLIENT_SECRET_BASIC ->
                new ClientIdentity.Secret(shown.clientId(), secret, ClientIdentity.SecretMethod.BASIC);
            case CLIENT_SECRET_POST ->
                new ClientIdentity.Secret(shown.clientId(), secret, ClientIdentity.SecretMethod.POST);
            case PRIVATE_KEY_JWT -> new ClientIdentity.PrivateKeyJwt(shown.clientId(), AssertionKey.of(secret));
        };
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
        Optional<ClientCredentials> before = kept(row, wanted);
        String secret = secret(row, wanted, tenant, before.isPresent(), kind);
        boolean same = before.isPresent() && wanted.secret() == null;
        ClientCredentials next = new ClientCredentials(
                wanted.issuer(),
                wanted.clientId(),
                wanted.method(),
                wanted.scopes() == null ? List.of() : wanted.scopes(),
                wanted.resource(),
                Boolean.TRUE.equals(wanted.withoutResource()),
                wanted.method() == ClientMethod.PRIVATE_KEY_JWT ? publicKey(secret) : null,
                same ? before.get().changedAt() : now);
        row.becomes(kind, now);
        row.settings = text(settings.apply(next));
        row.sealed = master.seal(
                secret.getBytes(StandardCharsets.UTF_8), row.whose(tenant).bound());
    }

    /** What is stored for the same client of the same issuer: a secret is shown to nobody whom it was not given for. */
    private Optional<ClientCredentials> kept(CredentialRow row, NewClientCredentials wanted) {
        return !hasClient(row)
                ? Optional.empty()
                : Optional.of(client(row))
                        .filter(before -> before.issuer().equals(wanted.issuer())
                                && before.clientId().equals(wanted.clientId())
                                && isKey(before.method()) == isKey(wanted.method()));
    }

    private static boolean hasClient(CredentialRow row) {
        return row.kind == ServerCredential.Kind.CLIENT_CREDENTIALS || row.kind == ServerCredential.Kind.TOKEN_EXCHANGE;
    }

    private static boolean isKey(ClientMethod method) {
        return method == ClientMethod.PRIVATE_KEY_JWT;
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
        if (isKept) {
            return open(row, tenant);
        }
        if (!isKey(wanted.method())) {
            throw Refused.invalid(
                    kind == ServerCredential.Kind.TOKEN_EXCHANGE
                            ? "tokenExchange.client.secret"
                            : "clientCredentials.secret",
                    "must be given: none is stored for this issuer and client");
        }
        return AssertionKey.made().privateJwk();
    }

    private String open(CredentialRow row, TenantId tenant) {
        return new String(master.open(row.sealed, row.whose(tenant).bound()), StandardCharsets.UTF_8);
    }

    private Map<String, String> publicKey(String privateJwk) {
        return read(AssertionKey.of(privateJwk).publicJwk(), new TypeReference<Map<String, String>>() {});
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            // Its message would repeat what was read.
            throw new IllegalStateException("what a client is was written here and cannot be read");
        }
    }

    private String text(Object shown) {
        try {
            return json.writeValueAsString(shown);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what a client is can be written", e);
        }
    }
}
