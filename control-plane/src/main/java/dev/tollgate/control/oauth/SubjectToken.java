package dev.tollgate.control.oauth;

import java.net.URI;

/**
 * A token that says for whom another is asked for (RFC 8693).
 *
 * @param type one of the identifiers of section 3
 */
public record SubjectToken(String token, URI type) {
    public static final URI ACCESS_TOKEN = URI.create("urn:ietf:params:oauth:token-type:access_token");
    public static final URI ID_TOKEN = URI.create("urn:ietf:params:oauth:token-type:id_token");

    @Override
    public String toString() {
        return "subject of type " + type;
    }
}
