package dev.tollgate.control.credential;

import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.config.CredentialHeader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a credential as written by a client must be. No message repeats a value. */
final class CredentialRules {
    static final int HEADERS_MAX = 16;
    /** Together; what is sealed of them must fit into one text. */
    static final int VALUES_CHARS_MAX = 4_096;

    private CredentialRules() {}

    /**
     * @param stored names whose values are kept already, in lower case
     */
    static void check(NewServerCredential wanted, Set<String> stored) {
        FieldErrors errors = new FieldErrors();
        List<NewServerCredential.Header> headers = wanted.headers();
        errors.present("headers", headers);
        errors.listSize("headers", headers, HEADERS_MAX);
        if (headers != null && headers.isEmpty()) {
            errors.add("headers", "names a header; delete the credential to have none");
        }
        errors.throwIfAny();
        Set<String> names = new HashSet<>();
        int chars = 0;
        for (int i = 0; i < headers.size(); i++) {
            check(errors, "headers[" + i + "]", headers.get(i), stored);
            String name = String.valueOf(headers.get(i).name()).toLowerCase(Locale.ROOT);
            if (!names.add(name)) {
                errors.add("headers[" + i + "].name", "stands twice");
            }
            @Nullable String value = headers.get(i).value();
            chars += value == null ? 0 : value.length();
        }
        if (chars > VALUES_CHARS_MAX) {
            errors.add("headers", "have values of at most " + VALUES_CHARS_MAX + " characters together");
        }
        errors.throwIfAny();
    }

    private static void check(FieldErrors errors, String at, NewServerCredential.Header header, Set<String> stored) {
        errors.present(at + ".name", header.name());
        if (header.name() == null) {
            return;
        }
        errors.check(at + ".name", () -> CredentialHeader.checkName(header.name()));
        @Nullable String value = header.value();
        if (value != null) {
            errors.check(at + ".value", () -> CredentialHeader.checkValue(value));
        } else if (!stored.contains(header.name().toLowerCase(Locale.ROOT))) {
            errors.add(at + ".value", "must be given: no value is stored under this name");
        }
    }
}
