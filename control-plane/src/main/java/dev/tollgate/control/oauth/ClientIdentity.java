package dev.tollgate.control.oauth;

/** As whom Tollgate comes to a provider. Secrets show nowhere but in their accessors. */
public sealed interface ClientIdentity {
    /** The longest id or secret that is sent or kept. */
    int CHARS_MAX = 2_048;

    String clientId();

    /** Has no secret; PKCE stands for it. An https id is the address of our own client document. */
    record Public(String clientId) implements ClientIdentity {
        public Public {
            check(clientId, "client id");
        }
    }

    /** Where a secret stands in a token request (RFC 6749, 2.3.1). */
    enum SecretMethod {
        BASIC,
        POST
    }

    record Secret(String clientId, String secret, SecretMethod method) implements ClientIdentity {
        public Secret {
            check(clientId, "client id");
            check(secret, "client secret");
        }

        @Override
        public String toString() {
            return clientId + ": …";
        }
    }

    /** Signs a statement of its own for each request (RFC 7523, 2.2; {@code private_key_jwt}). */
    record PrivateKeyJwt(String clientId, AssertionKey key) implements ClientIdentity {
        public PrivateKeyJwt {
            check(clientId, "client id");
        }
    }

    private static void check(String text, String what) {
        if (text.isEmpty() || text.length() > CHARS_MAX || !text.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException(
                    "has a " + what + " of 1 to " + CHARS_MAX + " characters of visible ASCII");
        }
    }
}
