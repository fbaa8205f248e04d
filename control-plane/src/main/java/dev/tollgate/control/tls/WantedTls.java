package dev.tollgate.control.tls;

import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.NewServerTls;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants of a server's TLS, checked but for a key that is kept.
 *
 * @param chain empty if none is to be shown
 * @param key PKCS#8; null: the one that is stored
 */
record WantedTls(List<X509Certificate> chain, byte @Nullable [] key, List<X509Certificate> authorities) {
    static final String CERTIFICATE = "certificate";
    static final String KEY = "privateKey";

    static WantedTls of(NewServerTls written, Instant now) {
        FieldErrors errors = new FieldErrors();
        List<X509Certificate> chain = new ArrayList<>();
        List<X509Certificate> authorities = new ArrayList<>();
        @Nullable String certificate = written.certificate();
        if (certificate != null) {
            errors.check(CERTIFICATE, () -> chain.addAll(Certificates.chain(certificate, now)));
        }
        @Nullable String ca = written.ca();
        if (ca != null) {
            errors.check("ca", () -> authorities.addAll(Certificates.authorities(ca, now)));
        }
        byte @Nullable [] key = key(written, chain, errors);
        if (certificate == null && ca == null) {
            errors.add(
                    CERTIFICATE, "give a certificate with its privateKey, or a ca, or both; delete it to have neither");
        }
        errors.throwIfAny();
        return new WantedTls(chain, key, authorities);
    }

    private static byte @Nullable [] key(NewServerTls written, List<X509Certificate> chain, FieldErrors errors) {
        @Nullable String text = written.privateKey();
        if (text == null) {
            return null;
        }
        if (written.certificate() == null) {
            errors.add(KEY, "belongs to a certificate: give that too");
            return null;
        }
        List<byte[]> read = new ArrayList<>(1);
        errors.check(KEY, () -> {
            byte[] key = Pem.key(text);
            if (!chain.isEmpty()) {
                Certificates.checkFits(key, chain.getFirst());
            }
            read.add(key);
        });
        return read.isEmpty() ? null : read.getFirst();
    }

    /**
     * The key that is to be sealed.
     *
     * @param stored PKCS#8; empty if there is none
     */
    byte[] keyOr(Optional<byte[]> stored) {
        if (key != null) {
            return key;
        }
        byte[] kept = stored.orElseThrow(() -> Refused.invalid(KEY, "must be given: none is stored"));
        try {
            Certificates.checkFits(kept, chain.getFirst());
            return kept;
        } catch (IllegalArgumentException e) {
            throw Refused.invalid(KEY, "must be given: the one that is stored is not this certificate's", e);
        }
    }

    @Override
    public String toString() {
        return "TLS of a server, with " + chain.size() + " certificates and " + authorities.size() + " authorities";
    }
}
