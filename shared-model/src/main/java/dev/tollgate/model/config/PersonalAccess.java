package dev.tollgate.model.config;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says of a server that each person reaches it by a connection of their own, and none by another's.
 *
 * @param lookAs whose connection Tollgate itself looks at the server with; absent while nobody's
 * @param by whose connection this is the way by; absent as it is published, when nobody is at the server yet
 */
public record PersonalAccess(
        @Nullable UUID lookAs, @Nullable By by) {
    /** As it is published. */
    public PersonalAccess(@Nullable UUID lookAs) {
        this(lookAs, null);
    }

    /**
     * A person's connection.
     *
     * @param version of what the person is known by; what is open for one version serves no other
     */
    public record By(UUID person, long version) {}
}
