package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.model.api.IdJag;
import dev.tollgate.model.api.NewIdJag;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Clients at servers' own providers, to which grants are brought. Their secrets stand beside those of the sign-in. */
@ApplicationScoped
class GrantClients {
    private final KeptClients kept;
    private final MasterSeal master;

    GrantClients(KeptClients kept, MasterSeal master) {
        this.kept = kept;
        this.master = master;
    }

    /** What is to be kept. */
    record Next(IdJag shown, String secret) {
        @Override
        public String toString() {
            return "client of " + shown.issuer();
        }
    }

    ClientIdentity identity(CredentialRow row, IdJag shown, TenantId tenant) {
        return KeptClients.identity(shown.clientId(), shown.method(), () -> open(row, tenant));
    }

    /** Reads what is kept for the same client, so it comes before the row becomes another. */
    Next next(CredentialRow row, Optional<IdJag> before, NewIdJag wanted, TenantId tenant, Instant now) {
        Optional<IdJag> same = before.filter(one -> isSameClient(one, wanted));
        String secret = secret(row, wanted, tenant, same.isPresent());
        Instant changedAt =
                same.isPresent() && wanted.secret() == null ? same.get().changedAt() : now;
        return new Next(shown(wanted, kept.publicKey(wanted.method(), secret), changedAt), secret);
    }

    private String secret(CredentialRow row, NewIdJag wanted, TenantId tenant, boolean isKept) {
        if (wanted.secret() != null) {
            return wanted.secret();
        }
        return isKept ? open(row, tenant) : KeptClients.made(wanted.method(), "oauth.idJag.secret");
    }

    static IdJag shown(NewIdJag wanted, @Nullable Map<String, String> publicKey, Instant changedAt) {
        return new IdJag(
                wanted.issuer(),
                wanted.clientId(),
                wanted.method(),
                wanted.scopes() == null ? List.of() : wanted.scopes(),
                wanted.resource(),
                Boolean.TRUE.equals(wanted.withoutResource()),
                publicKey,
                changedAt);
    }

    private static boolean isSameClient(IdJag one, NewIdJag wanted) {
        return one.issuer().equals(wanted.issuer())
                && one.clientId().equals(wanted.clientId())
                && KeptClients.isKey(one.method()) == KeptClients.isKey(wanted.method())
                && (one.method() == null) == (wanted.method() == null);
    }

    void seal(CredentialRow row, String secret, TenantId tenant) {
        row.sealedGrant = master.seal(secret.getBytes(StandardCharsets.UTF_8), bound(row, tenant));
    }

    /** With the key that seals now, if there is something. */
    void sealAgain(CredentialRow row, TenantId tenant) {
        if (row.sealedGrant != null) {
            seal(row, open(row, tenant), tenant);
        }
    }

    private String open(CredentialRow row, TenantId tenant) {
        byte[] sealed = Objects.requireNonNull(row.sealedGrant, "whoever brings grants is a client");
        return new String(master.open(sealed, bound(row, tenant)), StandardCharsets.UTF_8);
    }

    private static String bound(CredentialRow row, TenantId tenant) {
        return "grant-" + row.whose(tenant).bound();
    }
}
