package dev.tollgate.control.tls;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads and writes PEM (RFC 7468). No message repeats what was read. */
final class Pem {
    static final int KEY_CHARS_MAX = 16_384;

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([A-Za-z0-9+/=\\s]*+)-----END \\1-----");
    /** PKCS#1, SEC 1 and keys with a password have blocks, or headers within them, of their own. */
    private static final Pattern OTHER_KEY =
            Pattern.compile("-----BEGIN (?:RSA |EC |DSA |ENCRYPTED |OPENSSH )PRIVATE KEY-----");

    private Pem() {}

    /**
     * The certificates of a text that has nothing else in blocks; what stands between blocks is passed over.
     *
     * @throws IllegalArgumentException if they cannot be read, with the reason for an admin
     */
    static List<X509Certificate> certificates(String text, int charsMax, int countMax) {
        if (text.length() > charsMax) {
            throw new IllegalArgumentException("has at most " + charsMax + " characters");
        }
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            if (!block.group(1).equals("CERTIFICATE")) {
                throw new IllegalArgumentException("holds something else than certificates: give a key as privateKey");
            }
            if (certificates.size() == countMax) {
                throw new IllegalArgumentException("holds at most " + countMax + " certificates");
            }
            certificates.add(certificate(decoded(block.group(2))));
        }
        if (certificates.isEmpty()) {
            throw new IllegalArgumentException("holds no certificate: PEM begins with -----BEGIN CERTIFICATE-----");
        }
        return certificates;
    }

    /** Those of a text that {@link #text} has written: its lines may have made it longer than what was read. */
    static List<X509Certificate> written(String text) {
        return certificates(text, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    private static X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new IllegalArgumentException("holds a certificate that cannot be read", e);
        }
    }

    /**
     * A key's PKCS#8.
     *
     * @throws IllegalArgumentException if there is none, with the reason for an admin
     */
    static byte[] key(String text) {
        if (text.length() > KEY_CHARS_MAX) {
            throw new IllegalArgumentException("has at most " + KEY_CHARS_MAX + " characters");
        }
        if (OTHER_KEY.matcher(text).find()) {
            throw new IllegalArgumentException("is in another form, or has a password: give it as"
                    + " \"openssl pkey -in key.pem -out plain.pem\" writes it (PKCS#8, without a password)");
        }
        Matcher block = BLOCK.matcher(text);
        if (!block.find() || !block.group(1).equals("PRIVATE KEY")) {
            throw new IllegalArgumentException("holds no key: PEM begins with -----BEGIN PRIVATE KEY-----");
        }
        byte[] key = decoded(block.group(2));
        if (block.find()) {
            throw new IllegalArgumentException("holds more than one key");
        }
        return key;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            // Its words would repeat what was read.
            throw new IllegalArgumentException("is no PEM: its Base64 cannot be read");
        }
    }

    /** In one form, without what stood between. */
    static String text(List<X509Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        for (X509Certificate one : certificates) {
            try {
                text.append("-----BEGIN CERTIFICATE-----\n")
                        .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(one.getEncoded()))
                        .append("\n-----END CERTIFICATE-----\n");
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException("a certificate that was read can be written", e);
            }
        }
        return text.toString();
    }
}
