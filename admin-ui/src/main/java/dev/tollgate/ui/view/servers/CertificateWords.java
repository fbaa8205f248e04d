package dev.tollgate.ui.view.servers;

import dev.tollgate.model.api.CertificateInfo;
import dev.tollgate.model.api.CertificateInfo.Validity;
import dev.tollgate.model.api.ServerTls;
import dev.tollgate.ui.view.layout.Texts;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Certificates in one line. */
final class CertificateWords {
    private CertificateWords() {}

    static String of(ServerTls tls) {
        String shown = tls.certificate().isEmpty()
                ? "none is shown"
                : "shown: " + of(tls.certificate().getFirst());
        String trusted = tls.ca().isEmpty()
                ? "the server's own is one that the public trusts"
                : "the server's own is of "
                        + tls.ca().stream().map(CertificateInfo::subject).collect(Collectors.joining("; "));
        return shown + "; " + trusted;
    }

    static String of(CertificateInfo one) {
        return one.subject() + ", issued by " + one.issuer() + ", " + end(one);
    }

    private static String end(CertificateInfo one) {
        return switch (one.validity()) {
            case VALID -> "until " + Texts.minute(one.notAfter());
            case ENDS_SOON -> "ends soon: " + Texts.minute(one.notAfter());
            case ENDED -> "ended " + Texts.minute(one.notAfter());
        };
    }

    /** What an admin has to see to, if there is any such thing. */
    static Optional<String> warning(ServerTls tls) {
        String words = Stream.concat(tls.certificate().stream(), tls.ca().stream())
                .filter(one -> one.validity() != Validity.VALID)
                .map(one -> "The certificate of " + one.subject() + " " + end(one))
                .collect(Collectors.joining(". "));
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
}
