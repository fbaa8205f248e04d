package dev.tollgate.control.federation;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Providers linked to organizations. Each method throws {@link dev.tollgate.control.web.Refused} if the identity provider
 * is away, and may then be tried again.
 */
interface Links {
    /**
     * @param slug the tenant's
     */
    Optional<Link> find(String organization, String slug);

    /**
     * Where people come back to from a provider, whether one is linked or not.
     *
     * @param slug the tenant's
     */
    URI redirectUri(String slug);

    /**
     * Links a provider in place of any that was linked.
     *
     * @param clientSecret empty to keep the one that is known
     */
    void put(
            String organization,
            String slug,
            Provider provider,
            String clientId,
            Optional<String> clientSecret,
            List<String> domains);

    /** Unlinks it; does nothing where none is linked. */
    void remove(String organization, String slug);
}
