package dev.tollgate.model.api;

/**
 * A token of a tenant's directory; answered once.
 *
 * @param token to be given to the directory; it cannot be shown again
 */
public record IssuedScimToken(String token, ScimTokenInfo info) {
    @Override
    public String toString() {
        return "IssuedScimToken[" + info + "]";
    }
}
