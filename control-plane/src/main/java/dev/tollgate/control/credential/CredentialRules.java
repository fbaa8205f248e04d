package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.oauth.Scopes;
import dev.tollgate.control.outgoing.OutgoingGate;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.api.ClientMethod;
import dev.tollgate.model.api.NewClientCredentials;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.NewTokenExchange;
import dev.tollgate.model.config.CredentialHeader;
import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a credential as written by a client must be. No message repeats a value. */
final class CredentialRules {
    static final int HEADERS_MAX = 16;
    /** Together; what is sealed of them must fit into one text. */
    static final int VALUES_CHARS_MAX = 4_096;

    private static final int URL_CHARS_MAX = 2_048;
    private static final Pattern AUDIENCE = Pattern.compile("[!-~]{1," + URL_CHARS_MAX + "}");

    private CredentialRules() {}

    /** Of which kind it is. Resolves the name of a provider. */
    static void check(NewServerCredential wanted, OutgoingGate gate) {
        FieldErrors errors = new FieldErrors();
        Map<String, @Nullable Object> kinds = new LinkedHashMap<>();
        kinds.put("headers", wanted.headers());
        kinds.put("clientCredentials", wanted.clientCredentials());
        kinds.put("tokenExchange", wanted.tokenExchange());
        List<String> given = kinds.entrySet().stream()
                .filter(kind -> kind.getValue() != null)
                .map(Map.Entry::getKey)
                .toList();
        if (given.isEmpty()) {
            errors.present("headers", null);
        }
        given.stream().skip(1).forEach(kind -> errors.add(kind, "stands alone: a server has one credential"));
        errors.throwIfAny();
        if (wanted.clientCredentials() != null) {
            check("clientCredentials.", wanted.clientCredentials(), gate);
        }
        if (wanted.tokenExchange() != null) {
            check(wanted.tokenExchange(), gate);
        }
    }

    private static void check(NewTokenExchange wanted, OutgoingGate gate) {
        FieldErrors errors = new FieldErrors();
        errors.present("tokenExchange.client", wanted.client());
        errors.listSize("tokenExchange.subjectScopes", wanted.subjectScopes(), Scopes.COUNT_MAX);
        errors.throwIfAny();
        @Nullable String audience = wanted.audience();
        if (audience != null && !AUDIENCE.matcher(audience).matches()) {
            errors.add("tokenExchange.audience", "is 1 to " + URL_CHARS_MAX + " characters of visible ASCII");
        }
        List<String> scopes = wanted.subjectScopes();
        if (scopes != null) {
            errors.check("tokenExchange.subjectScopes", () -> Scopes.of(scopes));
        }
        errors.throwIfAny();
        check("tokenExchange.client.", wanted.client(), gate);
    }

    /**
     * @param at where it stands, up to the names of its own fields
     */
    private static void check(String at, NewClientCredentials wanted, OutgoingGate gate) {
        FieldErrors errors = new FieldErrors();
        errors.present(at + "issuer", wanted.issuer());
        errors.present(at + "clientId", wanted.clientId());
        errors.present(at + "method", wanted.method());
        errors.listSize(at + "scopes", wanted.scopes(), Scopes.COUNT_MAX);
        errors.throwIfAny();
        errors.check(at + "issuer", () -> gate.checkSecure(wanted.issuer()));
        errors.check(at + "clientId", () -> new ClientIdentity.Public(wanted.clientId()));
        @Nullable String secret = wanted.secret();
        if (secret != null && wanted.method() == ClientMethod.PRIVATE_KEY_JWT) {
            errors.add(at + "secret", "is none: Tollgate makes the key");
        } else if (secret != null) {
            errors.check(
                    at + "secret",
                    () -> new ClientIdentity.Secret("checked", secret, ClientIdentity.SecretMethod.BASIC));
        }
        List<String> scopes = wanted.scopes();
        if (scopes != null) {
            errors.check(at + "scopes", () -> Scopes.of(scopes));
        }
        checkResource(errors, at + "resource", wanted.resource(), wanted.withoutResource());
        errors.throwIfAny();
    }

    /** As RFC 8707 has it. It is told to the provider and never dialled. */
    private static void checkResource(
            FieldErrors errors, String at, @Nullable URI resource, @Nullable Boolean withoutResource) {
        if (resource == null) {
            return;
        }
        if (Boolean.TRUE.equals(withoutResource)) {
            errors.add(at, "is none where withoutResource is set");
        } else if (!resource.isAbsolute()
                || resource.getRawFragment() != null
                || resource.toString().length() > URL_CHARS_MAX) {
            errors.add(at, "is an absolute URI without a fragment, of at most " + URL_CHARS_MAX + " characters");
        }
    }

    /**
     * @param stored names whose values are kept already, in lower case
     */
    static void check(List<NewServerCredential.Header> headers, Set<String> stored) {
        FieldErrors errors = new FieldErrors();
        errors.listSize("headers", headers, HEADERS_MAX);
        if (headers.isEmpty()) {
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
