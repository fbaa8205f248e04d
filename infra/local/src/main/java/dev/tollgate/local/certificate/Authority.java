package dev.tollgate.local.certificate;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.security.auth.x500.X500Principal;

/** Issues certificates (RFC 5280) to whoever asks. */
public final class Authority {
    private static final AtomicLong SERIALS = new AtomicLong(1);
    private static final Duration LIFE = Duration.ofDays(365);
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final byte[] SIGNATURE_DER = hex("300a06082a8648ce3d040302");
    private static final byte[] V3 = Der.of(0xa0, Der.of(Der.INTEGER, new byte[] {2}));
    private static final byte[] IS_AUTHORITY =
            extension("0603551d13", Der.of(Der.SEQUENCE, Der.of(Der.BOOLEAN, new byte[] {(byte) 0xff})));
    private static final byte[] FOR_SERVERS_ALONE =
            extension("0603551d25", Der.of(Der.SEQUENCE, hex("06082b06010505070301")));

    private final Issued own;

    private Authority(Issued own) {
        this.own = own;
    }

    /** One that vouches for itself. */
    public static Authority named(String name) {
        KeyPair keys = KeyKind.P256.pair();
        X500Principal subject = new X500Principal("CN=" + name);
        Instant now = Instant.now();
        byte[] body = body(subject, subject, keys, now.minus(LIFE), now.plus(LIFE), IS_AUTHORITY);
        return new Authority(new Issued(signed(body, keys), keys, List.of()));
    }

    /** One that this one vouches for. */
    public Authority under(String name) {
        Instant now = Instant.now();
        return new Authority(issue("CN=" + name, KeyKind.P256.pair(), now.minus(LIFE), now.plus(LIFE), IS_AUTHORITY));
    }

    X509Certificate certificate() {
        return own.certificate();
    }

    public String pem() {
        return own.certificatePem();
    }

    /** For a server at this machine, by this name. */
    public Issued server(String host) {
        Instant now = Instant.now();
        byte[] name = host.equals("127.0.0.1")
                ? Der.of(0x87, new byte[] {127, 0, 0, 1})
                : Der.of(0x82, host.getBytes(StandardCharsets.US_ASCII));
        byte[] names = extension("0603551d11", Der.of(Der.SEQUENCE, name));
        return issue("CN=" + host, KeyKind.P256.pair(), now.minus(LIFE), now.plus(LIFE), names);
    }

    /** For servers, and for no client. */
    public Issued serverAlone(String name) {
        Instant now = Instant.now();
        return issue("CN=" + name, KeyKind.P256.pair(), now.minus(LIFE), now.plus(LIFE), FOR_SERVERS_ALONE);
    }

    public Issued client(String name) {
        return client(name, KeyKind.P256);
    }

    public Issued client(String name, KeyKind kind) {
        return client(name, kind.pair(), Instant.now().plus(LIFE));
    }

    public Issued client(String name, KeyPair keys, Instant end) {
        return issue("CN=" + name, keys, Instant.now().minus(LIFE), end);
    }

    private Issued issue(String subject, KeyPair keys, Instant begin, Instant end, byte[]... extensions) {
        X500Principal issuer = own.certificate().getSubjectX500Principal();
        byte[] body = body(issuer, new X500Principal(subject), keys, begin, end, extensions);
        List<X509Certificate> above = new ArrayList<>();
        if (!issuer.equals(own.certificate().getIssuerX500Principal())) {
            above.add(own.certificate());
            above.addAll(own.above());
        }
        return new Issued(signed(body, own.keys()), keys, above);
    }

    private static byte[] body(
            X500Principal issuer,
            X500Principal subject,
            KeyPair keys,
            Instant begin,
            Instant end,
            byte[]... extensions) {
        byte[] serial = BigInteger.valueOf(SERIALS.getAndIncrement()).toByteArray();
        return Der.of(
                Der.SEQUENCE,
                V3,
                Der.of(Der.INTEGER, serial),
                SIGNATURE_DER,
                issuer.getEncoded(),
                Der.of(Der.SEQUENCE, Der.time(begin), Der.time(end)),
                subject.getEncoded(),
                keys.getPublic().getEncoded(),
                extensions.length == 0 ? new byte[0] : Der.of(0xa3, Der.of(Der.SEQUENCE, extensions)));
    }

    private static X509Certificate signed(byte[] body, KeyPair keys) {
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initSign(keys.getPrivate());
            signature.update(body);
            byte[] bits = Der.of(Der.BITS, new byte[1], signature.sign());
            byte[] whole = Der.of(Der.SEQUENCE, body, SIGNATURE_DER, bits);
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform signs and reads certificates", e);
        }
    }

    private static byte[] extension(String oid, byte[] value) {
        return Der.of(Der.SEQUENCE, hex(oid), Der.of(Der.OCTETS, value));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
