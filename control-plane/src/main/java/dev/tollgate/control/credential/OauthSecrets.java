package dev.tollgate.control.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.control.oauth.AssertionKey;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.ClientMethod;
import dev.tollgate.model.api.NewOauthCredential;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.api.OauthCredential.Found;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** OAuth credentials as they are kept: what all may see in the row, the client's secret or private key sealed, if it has one. */
@ApplicationScoped
class OauthSecrets {
    private final MasterSeal master;
    private final ObjectMapper json;

    OauthSecrets(MasterSeal master, ObjectMapper json) {
        this.master = master;
        this.json = json;
    }

    static boolean isOauth(CredentialRow row) {
        return row.kind == ServerCredential.Kind.OAUTH || row.kind == ServerCredential.Kind.PERSON_OAUTH;
    }

    OauthCredential shown(CredentialRow row) {
        return read(Objects.requireNonNull(row.settings), new TypeReference<OauthCredential>() {});
    }

    /** Empty before anybody was sent to the provider. */
    Optional<ClientIdentity> identity(CredentialRow row, TenantId tenant) {
        OauthCredential shown = shown(row);
        if (shown.clientId() != null) {
            return Optional.of(identity(shown.clientId(), shown.method(), () -> open(row, tenant)));
        }
        @Nullable Found found = shown.found();
        return found == null
                ? Optional.empty()
                : Optional.of(identity(found.clientId(), found.method(), () -> open(row, tenant)));
    }

    private static ClientIdentity identity(String id, @Nullable ClientMethod method, Supplier<String> secret) {
        return switch (method) {
            case null -> new ClientIdentity.Public(id);
            case CLIENT_SECRET_BASIC -> new ClientIdentity.Secret(id, secret.get(), ClientIdentity.SecretMethod.BASIC);
            case CLIENT_SECRET_POST -> new ClientIdentity.Secret(id, secret.get(), ClientIdentity.SecretMethod.POST);
            case PRIVATE_KEY_JWT -> new ClientIdentity.PrivateKeyJwt(id, AssertionKey.of(secret.get()));
        };
    }

    /** Writes the wanted one into the row, under its next version. A client that Tollgate made itself known as stays. */
    void write(CredentialRow row, NewOauthCredential wanted, TenantId tenant, Instant now) {
        Optional<OauthCredential> before =
                isOauth(row) && row.secretVersion > 0 ? Optional.of(shown(row)) : Optional.empty();
        Optional<OauthCredential> sameClient = before.filter(kept -> isSameClient(kept, wanted));
        String secret = secret(row, wanted, tenant, sameClient.isPresent());
        boolean isNew = sameClient.isEmpty() || wanted.secret() != null;
        @Nullable Found found = sameClient.map(OauthCredential::found).orElse(null);
        OauthCredential next = settings(
                wanted,
                wanted.method() == ClientMethod.PRIVATE_KEY_JWT ? publicKey(secret) : null,
                isNew ? now : sameClient.get().changedAt(),
                found);
        row.becomes(ServerCredential.Kind.of(wanted.who()), now);
        row.settings = text(next);
        seal(row, secret, tenant);
    }

    static OauthCredential settings(
            NewOauthCredential wanted,
            @Nullable Map<String, String> publicKey,
            Instant changedAt,
            @Nullable Found found) {
        return new OauthCredential(
                wanted.who(),
                wanted.issuer(),
                wanted.clientId(),
                wanted.method(),
                wanted.scopes() == null ? List.of() : wanted.scopes(),
                wanted.resource(),
                Boolean.TRUE.equals(wanted.withoutResource()),
                publicKey,
                changedAt,
                found);
    }

    /** Under the version that there is: a client's secret is not what gateways are given. */
    void found(CredentialRow row, Found found, String secret, TenantId tenant) {
        row.settings = text(shown(row).with(found));
        if (found.knownBy() != OauthCredential.KnownBy.GIVEN_CLIENT) {
            seal(row, secret, tenant);
        }
    }

    /** The next who is sent there has Tollgate made known anew; until then what there is may still renew. */
    void expireFound(CredentialRow row) {
        OauthCredential shown = shown(row);
        @Nullable Found found = shown.found();
        if (found != null) {
            row.settings = text(shown.with(new Found(
                    found.issuer(),
                    found.documented(),
                    found.clientId(),
                    found.knownBy(),
                    found.method(),
                    found.scopes(),
                    found.resource(),
                    found.foundAt(),
                    Instant.EPOCH)));
        }
    }

    private void seal(CredentialRow row, String secret, TenantId tenant) {
        row.sealed = master.seal(
                secret.getBytes(StandardCharsets.UTF_8), row.whose(tenant).bound());
    }

    private static boolean isSameClient(OauthCredential kept, NewOauthCredential wanted) {
        return Objects.equals(kept.issuer(), wanted.issuer())
                && Objects.equals(kept.clientId(), wanted.clientId())
                && isKey(kept.method()) == isKey(wanted.method())
                && (kept.method() == null) == (wanted.method() == null);
    }

    private static boolean isKey(@Nullable ClientMethod method) {
        return method == ClientMethod.PRIVATE_KEY_JWT;
    }

    private String secret(CredentialRow row, NewOauthCredential wanted, TenantId tenant, boolean isKept) {
        if (wanted.secret() != null) {
            return wanted.secret();
        }
        if (isKept) {
            return open(row, tenant);
        }
        if (wanted.method() == null) {
            return "";
        }
        if (!isKey(wanted.method())) {
            throw Refused.invalid("oauth.secret", "must be given: none is stored for this issuer and client");
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

    private String text(OauthCredential shown) {
        try {
            return json.writeValueAsString(shown);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what a client is can be written", e);
        }
    }
}
