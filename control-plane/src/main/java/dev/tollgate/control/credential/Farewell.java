package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.revoke.Revocations;
import dev.tollgate.control.seal.MasterSeal;
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
    private final Revocations revocations;
    private final MasterSeal master;

    Farewell(
            CredentialStore credentials,
            TokenStore tokens,
            OauthSecrets secrets,
            Revocations revocations,
            MasterSeal master) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.secrets = secrets;
        this.revocations = revocations;
        this.master = master;
    }

    /** Everybody's at a server, within the change that forgets them. */
    void noteAll(UUID server) {
        credentials
                .find(server)
                .filter(OauthSecrets::isOauth)
                .ifPresent(row -> tokens.lockAll(server).forEach(token -> note(row, token)));
    }

    /** Somebody's, within the change that forgets it. */
    Optional<UUID> note(UUID server, UUID person) {
        return credentials
                .find(server)
                .filter(OauthSecrets::isOauth)
                .flatMap(row -> tokens.lock(new TokenId(server, person)).flatMap(token -> note(row, token)));
    }

    private Optional<UUID> note(CredentialRow row, TokenRow token) {
        try {
            @Nullable Found found = secrets.shown(row).found();
            Optional<ClientIdentity> client = secrets.identity(row, row.tenant());
            List<String> held = held(token, row.tenant());
            return found == null || client.isEmpty() || held.isEmpty()
                    ? Optional.empty()
                    : Optional.of(revocations.note(found.issuer(), found.documented(), client.get(), held));
        } catch (RuntimeException e) {
            LOG.warnf("tokens of server %s are forgotten and cannot be revoked: %s", row.serverId, e.getClass());
            LOG.debug("why they cannot", e);
            return Optional.empty();
        }
    }

    /** The refresh token first. */
    private List<String> held(TokenRow token, TenantId tenant) {
        List<String> held = new ArrayList<>();
        if (token.refresh != null) {
            held.add(new String(master.open(token.refresh, token.refreshBound(tenant)), StandardCharsets.UTF_8));
        }
        if (token.sealed != null) {
            CredentialSeal.headers(master.open(token.sealed, token.bound(tenant))).stream()
                    .map(header -> header.value())
                    .filter(value -> value.startsWith(BEARER))
                    .forEach(value -> held.add(value.substring(BEARER.length())));
        }
        return held;
    }
}
