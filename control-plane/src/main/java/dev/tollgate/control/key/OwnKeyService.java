package dev.tollgate.control.key;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.KeyRotation;
import dev.tollgate.model.api.NextSecret;
import dev.tollgate.model.config.KeyCredential;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.key.KeySecret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** What a key's holder may do with the key alone. To be called within the key's tenant. */
@ApplicationScoped
class OwnKeyService {
    private final KeyStore store;
    private final KeyService keys;
    private final TenantContext tenant;
    private final Changes changes;

    OwnKeyService(KeyStore store, KeyService keys, TenantContext tenant, Changes changes) {
        this.store = store;
        this.keys = keys;
        this.tenant = tenant;
        this.changes = changes;
    }

    /** Refused unless gateways accept the key now, from there. */
    @Transactional
    void admit(KeySecret presented, InetAddress source) {
        admitted(presented, source, Times.now());
    }

    @Transactional
    NextSecret rotate(KeySecret presented, InetAddress source) {
        return changes.make(change -> {
            Instant now = Times.now();
            // Asked again behind the tenant's lock: it may have been revoked meanwhile.
            KeyRow row = admitted(presented, source, now);
            KeyRotation rotation = row.rotation();
            if (rotation == null) {
                throw new Refused(new Refusal.WrongState(
                        "This key has no automatic rotation; whoever issued it can rotate it for you."));
            }
            KeySecret next = keys.rotate(row, Duration.ofSeconds(rotation.overlapSeconds()), now);
            change.put(row.toConfig(change.tenant()));
            return new NextSecret(
                    row.id,
                    next.reveal(),
                    Objects.requireNonNull(row.rotationDueAt()),
                    Objects.requireNonNull(row.credentials.getLast().notAfter));
        });
    }

    private KeyRow admitted(KeySecret presented, InetAddress source, Instant now) {
        KeyRow row = store.find(presented.keyId().value()).orElseThrow(OwnKeyService::refused);
        VirtualKeyConfig key = row.toConfig(tenant.id());
        boolean accepted = !key.revoked()
                && (key.expiresAt() == null || now.isBefore(key.expiresAt()))
                && key.credentials().stream().anyMatch(credential -> isLive(credential, presented, now))
                && key.admits(source);
        if (!accepted) {
            throw refused();
        }
        return row;
    }

    private static boolean isLive(KeyCredential credential, KeySecret presented, Instant now) {
        return credential.sha256().matches(presented.digest()) && credential.isLiveAt(now);
    }

    private static Refused refused() {
        return new Refused(new Refusal.KeyNotAccepted());
    }
}
