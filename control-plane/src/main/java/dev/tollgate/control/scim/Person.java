package dev.tollgate.control.scim;

import dev.tollgate.control.users.Account;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Someone as a directory describes them (RFC 7643, 4.1), as far as it is kept.
 *
 * @param email the primary address, in lower case
 * @param emailType such as work
 */
record Person(
        String userName,
        @Nullable String externalId,
        @Nullable String displayName,
        @Nullable String givenName,
        @Nullable String familyName,
        String email,
        @Nullable String emailType,
        boolean active) {
    Account account() {
        return new Account(email, givenName == null ? "" : givenName, familyName == null ? "" : familyName, name());
    }

    /** For people; at most 100 characters. */
    String name() {
        String full = Stream.of(givenName, familyName)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        String name = displayName != null && !displayName.isBlank() ? displayName : full.isEmpty() ? userName : full;
        return name.substring(0, Math.min(name.length(), 100));
    }
}
