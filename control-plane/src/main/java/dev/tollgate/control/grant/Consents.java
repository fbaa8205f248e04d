package dev.tollgate.control.grant;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people have consented to at the identity provider. Each method throws {@link dev.tollgate.control.web.Refused} if it
 * is away, and is called without a transaction.
 */
interface Consents {
    /**
     * One client that someone lets act for them.
     *
     * @param clientName untrusted; absent if it has none
     * @param scopes of ours
     */
    record Consent(String client, @Nullable String clientName, List<String> scopes, Instant since) {}

    /** Those of one person that are for gateways. */
    List<Consent> of(String identity);

    /** Ends one, with the client's sessions and whatever it could renew; false if there is none. */
    boolean end(String identity, String client);
}
