package dev.tollgate.gateway.config;

import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.wire.HeadSignature;
import java.security.PublicKey;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a head is the control plane's word: signed for this region with a key that this gateway was given. */
final class HeadCheck {
    private final Region region;
    private final Map<String, PublicKey> keys;

    /**
     * @param keys by their ids; with none, no head is checked
     */
    HeadCheck(Region region, Map<String, PublicKey> keys) {
        this.region = region;
        this.keys = Map.copyOf(keys);
    }

    /** Whether heads are checked at all. */
    boolean isMade() {
        return !keys.isEmpty();
    }

    /** Why the head is not believed, in words without anything of its own; null if it is. */
    @Nullable
    String problem(ConfigHead head) {
        if (keys.isEmpty()) {
            return null;
        }
        if (head.keyId() == null) {
            return "its head is not signed";
        }
        PublicKey key = keys.get(head.keyId());
        if (key == null) {
            return "its head is signed with a key that this gateway does not know";
        }
        return HeadSignature.isBy(head, region, key) ? null : "its head's signature is not valid for this region";
    }
}
