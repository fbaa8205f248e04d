package dev.tollgate.model.wire;

import dev.tollgate.model.config.CredentialHeader;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.seal.Seal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose a credential is: sealed for a region, it is opened for this tenant, server and version only, so that no record can
 * lend another's.
 */
public record CredentialSeal(TenantId tenant, ServerId server, long version) {
    /** The credential's own form, as JSON. */
    private record Headers(List<CredentialHeader> headers) {}

    /** The secret in plain; to be sealed and nothing else. */
    public static byte[] plain(List<CredentialHeader> headers) {
        return WireJson.encode(new Headers(headers));
    }

    /**
     * @throws MalformedRecord if it is none
     */
    public static List<CredentialHeader> headers(byte[] plain) {
        return WireJson.decode(plain, Headers.class).headers();
    }

    /** What is bound to it wherever it is sealed. */
    public String bound() {
        return "upstream-credential|" + tenant + "|" + server + "|" + version;
    }

    public String seal(byte[] plain, Region region, Seal seal) {
        return seal.seal(plain, bound() + "|" + region);
    }

    /** Empty if it was not sealed for this, or not with a key that is here. */
    public Optional<List<CredentialHeader>> open(String text, Region region, Seal seal) {
        byte @Nullable [] plain = seal.open(text, bound() + "|" + region);
        try {
            return plain == null ? Optional.empty() : Optional.of(headers(plain));
        } catch (MalformedRecord e) {
            // Its words are not told: they may repeat what was sealed.
            return Optional.empty();
        }
    }
}
