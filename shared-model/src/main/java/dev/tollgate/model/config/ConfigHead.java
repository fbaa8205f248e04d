package dev.tollgate.model.config;

import dev.tollgate.model.id.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Closes a revision of a tenant: every record before it on the partition belongs to it. A gateway swaps the tenant's
 * snapshot when what it has staged has this digest, and rejects the revision otherwise. A tenant that a region serves has at
 * least its own record: a head over no resources says that the tenant has left the region. It stays on the topic, as nothing
 * else tells a tenant that left from records that were taken away.
 *
 * @param revision counts up by one with each committed change of the tenant
 * @param digest {@link dev.tollgate.model.wire.ConfigDigest} of all the tenant's live resources
 * @param committedAt when the control plane committed it
 * @param epoch which life of the control plane's database the revision belongs to: the operator raises it when the database
 *     is restored from a backup, where revisions begin again at an older one. Absent is 0, and 0 is written as absent
 * @param signature {@link dev.tollgate.model.wire.HeadSignature} over the other members, base64url; absent if unsigned
 * @param keyId which key signed; present exactly with {@code signature}
 */
public record ConfigHead(
        TenantId tenant,
        long revision,
        String digest,
        int resources,
        Instant committedAt,
        @Nullable Long epoch,
        @Nullable String signature,
        @Nullable String keyId) {
    public ConfigHead {
        if (epoch != null && epoch < 0) {
            throw new IllegalArgumentException("an epoch is not negative: " + epoch);
        }
        if ((signature == null) != (keyId == null)) {
            throw new IllegalArgumentException("a signature and the id of its key stand together");
        }
        epoch = epoch == null || epoch == 0 ? null : epoch;
    }

    /** Unsigned. */
    public ConfigHead(
            TenantId tenant, long revision, String digest, int resources, Instant committedAt, @Nullable Long epoch) {
        this(tenant, revision, digest, resources, committedAt, epoch, null, null);
    }

    /** Unsigned, of a database that was never restored. */
    public ConfigHead(TenantId tenant, long revision, String digest, int resources, Instant committedAt) {
        this(tenant, revision, digest, resources, committedAt, null);
    }

    /** The same head with this signature in place of any that it had. */
    public ConfigHead signed(String by, String key) {
        return new ConfigHead(tenant, revision, digest, resources, committedAt, epoch, by, key);
    }

    /** The epoch as a number. */
    public long epochOrZero() {
        return epoch == null ? 0 : epoch;
    }

    /** Whether it says that the tenant has left the region. */
    public boolean saysGone() {
        return resources == 0;
    }

    /** Whether it is older than the other: of an earlier epoch, or of the same one and an earlier revision. */
    public boolean isOlderThan(ConfigHead other) {
        return epochOrZero() != other.epochOrZero() ? epochOrZero() < other.epochOrZero() : revision < other.revision;
    }
}
