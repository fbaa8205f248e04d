package dev.tollgate.local.certificate;

import java.security.KeyPair;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/**
 * A certificate with its key.
 *
 * @param above who issued it and so on, without the root
 */
public record Issued(X509Certificate certificate, KeyPair keys, List<X509Certificate> above) {
    /** Its own certificate first. */
    public String chainPem() {
        StringBuilder text = new StringBuilder(certificatePem());
        above.forEach(one -> text.append(pem(one)));
        return text.toString();
    }

    public String certificatePem() {
        return pem(certificate);
    }

    /** PKCS#8. */
    public String keyPem() {
        return block("PRIVATE KEY", keys.getPrivate().getEncoded());
    }

    static String pem(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read can be written", e);
        }
    }

    private static String block(String kind, byte[] bytes) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes) + "\n-----END " + kind
                + "-----\n";
    }

    @Override
    public String toString() {
        return "certificate of " + certificate.getSubjectX500Principal();
    }
}
