package dev.tollgate.model.api;

import org.jspecify.annotations.Nullable;

/**
 * A new member.
 *
 * @param temporaryPassword for the first sign-in, which asks for another; it cannot be shown again. Absent for someone who
 *     was a member before, and has a password
 */
public record InvitedUser(User user, @Nullable String temporaryPassword) {
    @Override
    public String toString() {
        return "InvitedUser[" + user.id() + "]";
    }
}
