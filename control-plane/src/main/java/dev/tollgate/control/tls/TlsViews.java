package dev.tollgate.control.tls;

import dev.tollgate.model.api.CertificateInfo;
import dev.tollgate.model.api.CertificateInfo.Validity;
import dev.tollgate.model.api.ServerTls;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** The TLS of a server as clients see it. */
final class TlsViews {
    private static final Duration SOON = Duration.ofDays(30);
    private static final int NAME_CHARS_MAX = 500;

    private TlsViews() {}

    static ServerTls view(TlsRow row, Instant now) {
        return new ServerTls(
                shown(row.certificate, now),
                shown(row.authorities, now),
                row.certificate,
                row.authorities,
                row.tlsVersion);
    }

    private static List<CertificateInfo> shown(@Nullable String pem, Instant now) {
        return pem == null
                ? List.of()
                : Pem.written(pem).stream().map(one -> shown(one, now)).toList();
    }

    private static CertificateInfo shown(X509Certificate one, Instant now) {
        Instant end = one.getNotAfter().toInstant();
        return new CertificateInfo(
                name(one.getSubjectX500Principal()),
                name(one.getIssuerX500Principal()),
                one.getSerialNumber().toString(16),
                one.getNotBefore().toInstant(),
                end,
                sha256(one),
                !now.isBefore(end)
                        ? Validity.ENDED
                        : now.isBefore(end.minus(SOON)) ? Validity.VALID : Validity.ENDS_SOON);
    }

    /** Without what would move a line, or a reader's eye. */
    private static String name(X500Principal principal) {
        String name = principal.getName(X500Principal.RFC2253).replaceAll("[\\p{Cntrl}\\p{Cf}]", "\uFFFD");
        return name.length() <= NAME_CHARS_MAX ? name : name.substring(0, NAME_CHARS_MAX) + "…";
    }

    private static String sha256(X509Certificate one) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(one.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException("every Java platform has SHA-256, and what was read can be written", e);
        }
    }
}
