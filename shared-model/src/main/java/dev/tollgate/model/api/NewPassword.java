package dev.tollgate.model.api;

/**
 * Another password for someone who lost theirs.
 *
 * @param temporaryPassword for the next sign-in, which asks for another; it cannot be shown again
 */
public record NewPassword(User user, String temporaryPassword) {
    @Override
    public String toString() {
        return "NewPassword[" + user.id() + "]";
    }
}
