package dev.tollgate.control.federation;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The realm's own sign-in, through one tenant's provider. Each method is refused where the realm is away. */
interface RealmSignIn {
    /**
     * Where a browser begins that is to be sent to the tenant's provider at once, be that live or not.
     *
     * @param slug the tenant's
     * @param state brought back by the browser
     * @param challenge of a verifier, by S256
     */
    URI address(String slug, String state, String challenge);

    /** Who came back with a code; the session that they had for it is over then. Empty if the code is not good. */
    Optional<SignedIn> redeem(String code, String verifier);

    /**
     * What went wrong last in a trial, on the way through the tenant's provider or through one that the realm does not name.
     *
     * @param slug the tenant's
     */
    Optional<Failure> failure(String slug, Instant since);

    /**
     * @param error as the realm names it
     * @param named whether the realm says that it was the tenant's provider; else another tenant's trial may have failed
     */
    record Failure(String error, Instant at, boolean named) {}

    /**
     * @param organizations those that they belong to, by the realm's ids
     * @param claims the provider's own, as its id token had them; untrusted
     */
    record SignedIn(String email, List<String> roles, List<String> organizations, JsonNode claims) {}
}
