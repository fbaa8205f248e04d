package dev.tollgate.control.federation;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The realm's own sign-in, through one tenant's provider. Each method is refused where the realm is away. */
interface RealmSignIn {
    /**
     * Where a browser begins that is to be sent to the tenant's provider at once.
     *
     * @param slug the tenant's
     * @param state brought back by the browser
     * @param challenge of a verifier, by S256
     */
    URI address(String slug, String state, String challenge);

    /** Who came back with a code; the session that they had for it is over then. Empty if the code is not good. */
    Optional<SignedIn> redeem(String code, String verifier);

    /**
     * What went wrong last on the way through the tenant's provider, as the realm names it.
     *
     * @param slug the tenant's
     */
    Optional<String> failure(String slug, Instant since);

    /**
     * @param organizations those that they belong to, by the realm's ids
     * @param claims the provider's own, as its id token had them; untrusted
     */
    record SignedIn(String email, List<String> roles, List<String> organizations, JsonNode claims) {}
}
