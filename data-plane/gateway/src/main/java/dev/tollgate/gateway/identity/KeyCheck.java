package dev.tollgate.gateway.identity;

import dev.tollgate.gateway.config.Snapshots;
import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.identity.Identification.Cause;
import dev.tollgate.model.config.KeyCredential;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.model.key.KeyDigest;
import dev.tollgate.model.key.KeySecret;
import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks presented keys. The checksum comes first, so that a typo costs no look-up; the secret is compared in constant time. */
public final class KeyCheck {
    private final Snapshots snapshots;
    private final InstantSource clock;

    public KeyCheck(Snapshots snapshots, InstantSource clock) {
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * @param presented each key that the request carries, from whichever header
     * @param source the address that the connection comes from, asked only of a key that is bound to networks; empty if it
     *     has none, and such a key is then refused
     */
    public Identification identify(List<String> presented, Supplier<Optional<InetAddress>> source) {
        if (presented.isEmpty()) {
            return new Identification.Unknown(Cause.MISSING);
        }
        for (int i = 1; i < presented.size(); i++) {
            if (!presented.get(i).equals(presented.get(0))) {
                return new Identification.Contradictory();
            }
        }
        Optional<KeySecret> secret = KeySecret.parse(presented.get(0));
        if (secret.isEmpty()) {
            return new Identification.Unknown(Cause.MALFORMED);
        }
        TenantSnapshot snapshot = snapshots.ofKey(secret.get().keyId());
        VirtualKeyConfig key =
                snapshot == null ? null : snapshot.key(secret.get().keyId());
        if (snapshot == null || key == null) {
            return new Identification.Unknown(Cause.UNKNOWN_ID);
        }
        RefusalReason refusal = refusal(key, secret.get().digest(), clock.instant());
        if (refusal == null && !isAllowedFrom(key, source)) {
            refusal = RefusalReason.SOURCE_NOT_ALLOWED;
        }
        return refusal == null
                ? new Identification.Known(snapshot, key, null)
                : new Identification.Refused(snapshot, key, refusal, null);
    }

    /** Null if the key is good. Only who knows the secret learns more than that it was refused. */
    private static @Nullable RefusalReason refusal(VirtualKeyConfig key, KeyDigest digest, Instant now) {
        KeyCredential matched = null;
        for (KeyCredential credential : key.credentials()) {
            if (credential.sha256().matches(digest)) {
                matched = credential;
            }
        }
        if (matched == null) {
            return RefusalReason.WRONG_SECRET;
        }
        if (key.revoked()) {
            return RefusalReason.KEY_REVOKED;
        }
        if (key.expiresAt() != null && !now.isBefore(key.expiresAt())) {
            return RefusalReason.KEY_EXPIRED;
        }
        return matched.isLiveAt(now) ? null : RefusalReason.SECRET_ROTATED;
    }

    private static boolean isAllowedFrom(VirtualKeyConfig key, Supplier<Optional<InetAddress>> source) {
        return key.sources().isEmpty() || source.get().map(key::admits).orElse(false);
    }
}
