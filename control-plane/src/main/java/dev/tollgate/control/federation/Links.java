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
     * Links a provider in place of any that was linked. People are sent to a new one only once it is live, and until then
     * it lets nobody in but who tries it.
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

    /**
     * Has roles given at each sign-in through the tenant's provider as a mapping says, and by it alone; does nothing where
     * no provider is linked.
     *
     * @param slug the tenant's
     */
    void map(String slug, Mapping mapping);

    /**
     * Has someone's account found at sign-ins through the tenant's provider; does nothing where no provider is linked.
     *
     * @param slug the tenant's
     * @param identity the identity provider's id of the account
     * @param known who they are at the tenant's provider
     */
    void join(String slug, String identity, String known);

    /**
     * From now on people are sent there who name an address of its domains.
     *
     * @param slug the tenant's
     */
    void goLive(String slug);

    /** Unlinks it; does nothing where none is linked. */
    void remove(String organization, String slug);
}
