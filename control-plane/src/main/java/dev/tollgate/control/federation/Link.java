package dev.tollgate.control.federation;

import dev.tollgate.model.api.IdentityProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;

/**
 * A provider as the identity provider has it linked to an organization.
 *
 * @param redirectUri where people come back to
 * @param live whether people are sent there
 */
record Link(URI discoveryUrl, URI issuer, String clientId, List<String> domains, URI redirectUri, boolean live) {
    Link {
        domains = domains.stream().sorted().toList();
    }

    IdentityProvider toApi() {
        return new IdentityProvider(discoveryUrl, issuer, clientId, domains, redirectUri, live, version());
    }

    /** Another for anything that differs: the identity provider counts no versions. */
    long version() {
        CRC32 sum = new CRC32();
        sum.update((discoveryUrl + "\n" + issuer + "\n" + clientId + "\n" + domains + live)
                .getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
