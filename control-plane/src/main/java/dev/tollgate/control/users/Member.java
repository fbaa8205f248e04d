package dev.tollgate.control.users;

import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Someone of an organization, as the identity provider has it.
 *
 * @param id the identity provider's, which a rename does not change
 * @param roles those that a tenant gives
 */
record Member(String id, String email, String name, SortedSet<String> roles, boolean enabled) {
    Member {
        roles = new TreeSet<>(roles);
    }

    /** Another for anything that differs: the identity provider counts no versions. */
    long version() {
        CRC32 sum = new CRC32();
        sum.update((email + '\n' + name + '\n' + roles + enabled).getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
