package dev.tollgate.control.connect;

import dev.tollgate.control.identity.Caller;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import java.util.Optional;
import java.util.UUID;

/** The identity provider's ids of people, by which connections are kept. */
final class People {
    private People() {}

    static UUID id(Caller caller) {
        return id(caller.subject())
                .orElseThrow(() -> new Refused(
                        new Refusal.WrongState("Only a person who has signed in has connections of their own.")));
    }

    /** Empty for whoever is no person of the realm: its ids are UUIDs. */
    static Optional<UUID> id(String identity) {
        try {
            return Optional.of(UUID.fromString(identity)).filter(id -> !id.equals(new UUID(0, 0)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
