package dev.tollgate.model.wire;

import dev.tollgate.model.id.TenantId;

/** Where a tenant's records go: always to one partition of a topic, because a head closes what stands before it there. */
public final class Partitions {
    private Partitions() {}

    /** The tenant's partition among {@code count}, the same in every release. */
    public static int of(TenantId tenant, int count) {
        long mixed = tenant.value().getMostSignificantBits() * 0x9E3779B97F4A7C15L
                + tenant.value().getLeastSignificantBits();
        mixed = (mixed ^ (mixed >>> 32)) * 0xD6E8FEB86659FD93L;
        return (int) Math.floorMod(mixed ^ (mixed >>> 32), (long) count);
    }
}
