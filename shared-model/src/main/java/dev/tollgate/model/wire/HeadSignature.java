package dev.tollgate.model.wire;

import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.id.Region;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/**
 * The control plane's signature under a head: Ed25519 (RFC 8032) over the head's canonical bytes. The head's digest covers
 * every record of its revision, so a signed head covers them all; its region is covered, so that what was signed for one
 * region is nothing in another.
 */
public final class HeadSignature {
    private static final String ALGORITHM = "Ed25519";
    private static final String CONTEXT = "tollgate-config-head-1";

    private HeadSignature() {}

    /**
     * What is signed: lines of UTF-8, each ended by LF, of a constant, tenant, region, revision, epoch, digest, number of
     * resources and the time of the commit in ISO 8601. None of them can hold a line break.
     */
    public static byte[] canonical(ConfigHead head, Region region) {
        String text = String.join(
                "\n",
                CONTEXT,
                head.tenant().toString(),
                region.toString(),
                Long.toString(head.revision()),
                Long.toString(head.epochOrZero()),
                head.digest(),
                Integer.toString(head.resources()),
                head.committedAt().toString(),
                "");
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The head with its signature.
     *
     * @param keyId what gateways know the public key by
     */
    public static ConfigHead sign(ConfigHead head, Region region, String keyId, PrivateKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(canonical(head, region));
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
            return head.signed(text, keyId);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a configuration head cannot be signed with key " + keyId, e);
        }
    }

    /** Whether the head carries a signature that this key made for this region. */
    public static boolean isBy(ConfigHead head, Region region, PublicKey key) {
        if (head.signature() == null) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(canonical(head, region));
            return signature.verify(Base64.getUrlDecoder().decode(head.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
