package dev.tollgate.control.credential;

import dev.tollgate.control.seal.StackSeal;
import dev.tollgate.model.id.TenantId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Seals a refresh token as the control plane keeps it, for the tenant's own row of a server. Arguments: the file of the master
 * key, tenant, server, the credential's version, the token's renewal. The token comes on the input; the answer is in Base64.
 */
public final class RefreshTokenSealer {
    private RefreshTokenSealer() {}

    public static void main(String[] arguments) throws Exception {
        var row = TokenRow.of(TokenId.ofTenant(UUID.fromString(arguments[2])), Instant.EPOCH);
        row.secretVersion = Long.parseLong(arguments[3]);
        row.renewal = Long.parseLong(arguments[4]);
        var sealed = StackSeal.of(Path.of(arguments[0]))
                .seal(System.in.readAllBytes(), row.refreshBound(TenantId.of(arguments[1])));
        System.out.print(Base64.getEncoder().encodeToString(sealed));
    }
}
