package dev.tollgate.control.users;

import java.util.Optional;

/**
 * What an invitation came to.
 *
 * @param temporaryPassword for the first sign-in, which asks for another; empty for someone who was a member before
 */
record Invited(Member member, Optional<String> temporaryPassword) {
    boolean isNew() {
        return temporaryPassword.isPresent();
    }

    @Override
    public String toString() {
        return "Invited[" + member.id() + "]";
    }
}
