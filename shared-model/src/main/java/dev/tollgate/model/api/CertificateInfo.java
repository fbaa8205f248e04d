package dev.tollgate.model.api;

import java.time.Instant;

/**
 * What a certificate says of itself; its names are the tenant's text.
 *
 * @param subject and issuer as RFC 2253 writes names
 * @param serialNumber in hexadecimal
 * @param sha256 of the whole certificate, in hexadecimal
 */
public record CertificateInfo(
        String subject,
        String issuer,
        String serialNumber,
        Instant notBefore,
        Instant notAfter,
        String sha256,
        Validity validity) {
    /** How long it is good for yet. */
    public enum Validity {
        VALID,
        /** Within 30 days. */
        ENDS_SOON,
        ENDED
    }
}
