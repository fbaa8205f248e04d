package dev.tollgate.control.credential;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.model.api.NewOauthCredential;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.api.OauthCredential.Found;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** OAuth credentials as they are kept: what all may see in the row, the client's secret or private key sealed, if it has one. */
@ApplicationScoped
class OauthSecrets {
    private final KeptClients kept;

    OauthSecrets(KeptClients kept) {
        this.kept = kept;
    }

    static boolean isOauth(CredentialRow row) {
        return row.kind == ServerCredential.Kind.OAUTH || row.kind == ServerCredential.Kind.PERSON_OAUTH;
    }

    OauthCredential shown(CredentialRow row) {
        return kept.settings(row, new TypeReference<OauthCredential>() {});
    }

    /** Empty before anybody was sent to the provider. */
    Optional<ClientIdentity> identity(CredentialRow row, TenantId tenant) {
        OauthCredential shown = shown(row);
        if (shown.clientId() != null) {
            return Optional.of(KeptClients.identity(shown.clientId(), shown.method(), () -> kept.open(row, tenant)));
        }
        @Nullable Found found = shown.found();
        return found == null
                ? Optional.empty()
                : Optional.of(KeptClients.identity(found.clientId(), found.method(), () -> kept.open(row, tenant)));
    }

    /** Writes the wanted one into the row, under its next version. A client that Tollgate made itself known as stays. */
    void write(CredentialRow row, NewOauthCredential wanted, TenantId tenant, Instant now) {
        Optional<OauthCredential> before =
                isOauth(row) && row.secretVersion > 0 ? Optional.of(shown(row)) : Optional.empty();
        Optional<OauthCredential> sameClient = before.filter(one -> isSameClient(one, wanted));
        String secret = secret(row, wanted, tenant, sameClient.isPresent());
        boolean isNew = sameClient.isEmpty() || wanted.secret() != null;
        @Nullable Found found = sameClient.map(OauthCredential::found).orElse(null);
        OauthCredential next = settings(
                wanted,
                kept.publicKey(wanted.method(), secret),
                isNew ? now : sameClient.get().changedAt(),
                found);
        row.becomes(ServerCredential.Kind.of(wanted.who()), now);
        kept.settings(row, next);
        kept.seal(row, secret, tenant);
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
        kept.settings(row, shown(row).with(found));
        if (found.knownBy() != OauthCredential.KnownBy.GIVEN_CLIENT) {
            kept.seal(row, secret, tenant);
        }
    }

    /** The next who is sent there has Tollgate made known anew; until then what there is may still renew. */
    void expireFound(CredentialRow row) {
        OauthCredential shown = shown(row);
        @Nullable Found found = shown.found();
        if (found != null) {
            kept.settings(
                    row,
                    shown.with(new Found(
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

    private static boolean isSameClient(OauthCredential one, NewOauthCredential wanted) {
        return Objects.equals(one.issuer(), wanted.issuer())
                && Objects.equals(one.clientId(), wanted.clientId())
                && KeptClients.isKey(one.method()) == KeptClients.isKey(wanted.method())
                && (one.method() == null) == (wanted.method() == null);
    }

    private String secret(CredentialRow row, NewOauthCredential wanted, TenantId tenant, boolean isKept) {
        if (wanted.secret() != null) {
            return wanted.secret();
        }
        return isKept ? kept.open(row, tenant) : KeptClients.made(wanted.method(), "oauth.secret");
    }
}
