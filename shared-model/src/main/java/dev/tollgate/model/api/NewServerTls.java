package dev.tollgate.model.api;

import org.jspecify.annotations.Nullable;

/**
 * How gateways and a server are to prove to each other who they are, as written by a client; all of it in PEM.
 *
 * @param certificate the chain that gateways show, their own certificate first; absent if they show none
 * @param privateKey of the certificate, PKCS#8 without a password; absent to keep the one that is stored
 * @param ca whom the server's own certificate must come from; absent for those that the public trusts
 */
public record NewServerTls(
        @Nullable String certificate,
        @Nullable String privateKey,
        @Nullable String ca) {
    @Override
    public String toString() {
        return "TLS of a server, as written";
    }
}
