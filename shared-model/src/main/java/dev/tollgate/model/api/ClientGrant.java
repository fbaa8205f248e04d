package dev.tollgate.model.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That someone lets a client act for them.
 *
 * @param user the identity provider's id of the person
 * @param client its OAuth client id
 * @param clientName in its own words; untrusted, and absent if it has none
 * @param scopes that the person consented to
 * @param since when they first did
 * @param lastUse when a gateway last let it in for this person; absent if none did
 */
public record ClientGrant(
        String user,
        String userName,
        String client,
        @Nullable String clientName,
        List<String> scopes,
        Instant since,
        @Nullable LastUse lastUse) {}
