package dev.tollgate.control.credential;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.model.api.IdJag;
import dev.tollgate.model.api.NewIdJag;
import dev.tollgate.model.api.NewOauthCredential;
import dev.tollgate.model.api.NewPersonExchange;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.api.OauthCredential.Found;
import dev.tollgate.model.api.PersonExchange;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** OAuth credentials as they are kept: what all may see in the row, the client's secret or private key sealed, if it has one. */
@ApplicationScoped
class OauthSecrets {
    /** Without it a sign-in has no id token (OpenID Connect Core, 3.1.2.1). */
    private static final String OPENID = "openid";

    private final KeptClients kept;
    private final GrantClients grants;

    OauthSecrets(KeptClients kept, GrantClients grants) {
        this.kept = kept;
        this.grants = grants;
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

    /** Of somebody who was sent there. */
    AsConnected asConnected(CredentialRow row, TenantId tenant) {
        return new AsConnected(
                Objects.requireNonNull(shown(row).found(), "whoever has tokens was sent somewhere"),
                identity(row, tenant).orElseThrow());
    }

    /** Writes the wanted one into the row, under its next version. A client that Tollgate made itself known as stays. */
    void write(CredentialRow row, NewOauthCredential wanted, TenantId tenant, Instant now) {
        Optional<OauthCredential> before =
                row.wantsSignIn() && row.secretVersion > 0 ? Optional.of(shown(row)) : Optional.empty();
        Optional<OauthCredential> sameClient = before.filter(one -> isSameClient(one, wanted));
        String secret = secret(row, wanted, tenant, sameClient.isPresent());
        boolean isNew = sameClient.isEmpty() || wanted.secret() != null;
        @Nullable Found found = sameClient.map(OauthCredential::found).orElse(null);
        @Nullable NewIdJag grant = wanted.idJag();
        GrantClients.@Nullable Next brought =
                grant == null ? null : grants.next(row, before.map(OauthCredential::idJag), grant, tenant, now);
        OauthCredential next = settings(
                wanted,
                brought == null ? null : brought.shown(),
                kept.publicKey(wanted.method(), secret),
                isNew ? now : sameClient.get().changedAt(),
                found);
        row.becomes(next.kind(), now);
        kept.settings(row, next);
        kept.seal(row, secret, tenant);
        if (brought != null) {
            grants.seal(row, brought.secret(), tenant);
        }
    }

    /** Of one that is looked at and not written. */
    static OauthCredential settings(NewOauthCredential wanted, Instant now) {
        @Nullable NewIdJag grant = wanted.idJag();
        return settings(wanted, grant == null ? null : GrantClients.shown(grant, null, now), null, now, null);
    }

    private static OauthCredential settings(
            NewOauthCredential wanted,
            @Nullable IdJag idJag,
            @Nullable Map<String, String> publicKey,
            Instant changedAt,
            @Nullable Found found) {
        @Nullable PersonExchange exchange = wanted.exchange() == null ? null : shown(wanted.exchange());
        return new OauthCredential(
                wanted.who(),
                wanted.issuer(),
                wanted.clientId(),
                wanted.method(),
                scopes(wanted.scopes(), exchange, idJag),
                wanted.resource(),
                // What a sign-in gives is for Tollgate, which is no resource.
                exchange != null || idJag != null || Boolean.TRUE.equals(wanted.withoutResource()),
                publicKey,
                changedAt,
                exchange,
                idJag,
                found);
    }

    private static PersonExchange shown(NewPersonExchange wanted) {
        return new PersonExchange(
                wanted.subject() == null ? PersonExchange.Subject.ACCESS_TOKEN : wanted.subject(),
                wanted.audience(),
                wanted.scopes() == null ? List.of() : wanted.scopes(),
                wanted.resource(),
                Boolean.TRUE.equals(wanted.withoutResource()));
    }

    private static List<String> scopes(
            @Nullable List<String> wanted, @Nullable PersonExchange exchange, @Nullable IdJag idJag) {
        List<String> scopes = wanted == null ? List.of() : wanted;
        boolean byIdToken = idJag != null || exchange != null && exchange.subject() == PersonExchange.Subject.ID_TOKEN;
        return !byIdToken || scopes.contains(OPENID)
                ? scopes
                : Stream.concat(Stream.of(OPENID), scopes.stream()).toList();
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
