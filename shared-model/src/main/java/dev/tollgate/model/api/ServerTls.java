package dev.tollgate.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How gateways and a server prove to each other who they are. The key is never given back.
 *
 * @param certificate the chain that gateways show, their own certificate first; empty if they show none
 * @param ca whom the server's own certificate must come from; empty for those that the public trusts
 * @param certificatePem and {@code caPem}: the same as they were written
 */
public record ServerTls(
        List<CertificateInfo> certificate,
        List<CertificateInfo> ca,
        @Nullable String certificatePem,
        @Nullable String caPem,
        long version) {
    public static final ServerTls NONE = new ServerTls(List.of(), List.of(), null, null, 0);

    public ServerTls {
        certificate = List.copyOf(certificate);
        ca = List.copyOf(ca);
    }
}
