package dev.tollgate.model.wire;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.seal.Seal;
import org.jspecify.annotations.Nullable;

/**
 * Whose the key of a client certificate is: sealed for a region, it is opened for this tenant, server and version only.
 */
public record ClientKeySeal(TenantId tenant, ServerId server, long version) {
    /** What is bound to it wherever it is sealed. */
    public String bound() {
        return "upstream-client-key|" + tenant + "|" + server + "|" + version;
    }

    public String seal(byte[] plain, Region region, Seal seal) {
        return seal.seal(plain, bound() + "|" + region);
    }

    /** Null if it was not sealed for this, or not with a key that is here. */
    public byte @Nullable [] open(String text, Region region, Seal seal) {
        return seal.open(text, bound() + "|" + region);
    }
}
