package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.revoke.Revocations;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.model.api.IdJag;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.api.OauthCredential.Found;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.CredentialSeal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Notes tokens for their provider before they are forgotten here. Whatever fails of it, they are forgotten. */
@ApplicationScoped
class Farewell {
    private static final Logger LOG = Logger.getLogger(Farewell.class);
    private static final String BEARER = "Bearer ";

    private final CredentialStore credentials;
    private final TokenStore tokens;
    private final OauthSecrets secrets;
    private final GrantClients grants;
    private final Revocations revocations;
    private final MasterSeal master;

    Farewell(
            CredentialStore credentials,
            TokenStore tokens,
            OauthSecrets secrets,
            GrantClients grants,
            Revocations revocations,
            MasterSeal master) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.secrets = secrets;
        this.grants = grants;
        this.revocations = revocations;
        this.master = master;
    }

    /** Everybody's at a server, within the change that forgets them. */
    void noteAll(UUID server) {
        credentials
                .find(server)
                .filter(CredentialRow::wantsSignIn)
                .ifPresent(row -> tokens.lockAll(server).forEach(token -> note(row, token)));
    }

    /** Somebody's, within the change that forgets it. */
    Optional<UUID> note(UUID server, UUID person) {
        return credentials
                .find(server)
                .filter(CredentialRow::wantsSignIn)
                .flatMap(row -> tokens.lock(new TokenId(server, person)).flatMap(token -> note(row, token)));
    }

    private Optional<UUID> note(CredentialRow row, TokenRow token) {
        try {
            OauthCredential shown = secrets.shown(row);
            @Nullable Found found = shown.found();
            Optional<ClientIdentity> client = secrets.identity(row, row.tenant());
            List<String> held = new ArrayList<>(renewing(token, row.tenant()));
            List<String> access = access(token, row.tenant());
            @Nullable IdJag grant = shown.idJag();
            if (grant == null) {
                held.addAll(access);
            } else if (!access.isEmpty()) {
                // Another provider's, which is told by the job: the one of the sign-in would be shown a token that it
                // never gave.
                revocations.note(grant.issuer(), true, grants.identity(row, grant, row.tenant()), access);
            }
            return found == null || client.isEmpty() || held.isEmpty()
                    ? Optional.empty()
                    : Optional.of(revocations.note(found.issuer(), found.documented(), client.get(), held));
        } catch (RuntimeException e) {
            LOG.warnf("tokens of server %s are forgotten and cannot be revoked: %s", row.serverId, e.getClass());
            LOG.debug("why they cannot", e);
            return Optional.empty();
        }
    }

    private List<String> renewing(TokenRow token, TenantId tenant) {
        return token.refresh == null
                ? List.of()
                : List.of(new String(master.open(token.refresh, token.refreshBound(tenant)), StandardCharsets.UTF_8));
    }

    private List<String> access(TokenRow token, TenantId tenant) {
        return token.sealed == null
                ? List.of()
                : CredentialSeal.headers(master.open(token.sealed, token.bound(tenant))).stream()
                        .map(header -> header.value())
                        .filter(value -> value.startsWith(BEARER))
                        .map(value -> value.substring(BEARER.length()))
                        .toList();
    }
}
