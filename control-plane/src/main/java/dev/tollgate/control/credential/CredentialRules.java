package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.outgoing.OutgoingGate;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.api.ClientMethod;
import dev.tollgate.model.api.NewClientCredentials;
import dev.tollgate.model.api.NewOauthCredential;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.NewTokenExchange;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.config.CredentialHeader;
import dev.tollgate.model.oauth.Scopes;
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
        kinds.put("oauth", wanted.oauth());
        kinds.put("personHeaders", wanted.personHeaders());
        List<String> given = kinds.entrySet().stream()
                .filter(kind -> kind.getValue() != null)
                .map(Map.Entry::getKey)
                .toList();
        if (given.isEmpty()) {
            errors.present("headers", null);
        }
        given.stream().skip(1).forEach(kind -> errors.add(kind, "stands alone: a server has one credential"));
        boolean ofEachPerson = wanted.personHeaders() != null
                || wanted.oauth() != null && wanted.oauth().who() == OauthCredential.Who.EACH_PERSON;
        if (wanted.lookAs() != null && !ofEachPerson) {
            errors.add("lookAs", "is for a server that each person has a connection of their own to");
        }
        errors.throwIfAny();
        if (wanted.clientCredentials() != null) {
            check("clientCredentials.", wanted.clientCredentials(), gate);
        }
        if (wanted.tokenExchange() != null) {
            check(wanted.tokenExchange(), gate);
        }
        if (wanted.personHeaders() != null) {
            checkNames(wanted.personHeaders());
        }
        if (wanted.oauth() != null) {
            check(wanted.oauth(), gate);
        }
    }

    private static void checkNames(List<String> names) {
        FieldErrors errors = new FieldErrors();
        errors.listSize("personHeaders", names, HEADERS_MAX);
        if (names.isEmpty()) {
            errors.add("personHeaders", "names a header");
        }
        errors.throwIfAny();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String at = "personHeaders[" + i + "]";
            @Nullable String name = names.get(i);
            errors.present(at, name);
            if (name != null) {
                errors.check(at, () -> CredentialHeader.checkName(name));
                if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                    errors.add(at, "stands twice");
                }
            }
        }
        errors.throwIfAny();
    }

    private static void check(NewOauthCredential wanted, OutgoingGate gate) {
        FieldErrors errors = new FieldErrors();
        String at = "oauth.";
        errors.present(at + "who", wanted.who());
        errors.listSize(at + "scopes", wanted.scopes(), Scopes.COUNT_MAX);
        @Nullable URI issuer = wanted.issuer();
        @Nullable String clientId = wanted.clientId();
        if (issuer != null) {
            errors.check(at + "issuer", () -> gate.checkSecure(issuer));
        } else if (clientId != null) {
            errors.add(at + "issuer", "must be given with a client: nobody else is shown its secret");
        }
        if (clientId != null) {
            errors.check(at + "clientId", () -> new ClientIdentity.Public(clientId));
        } else if (wanted.method() != null || wanted.secret() != null) {
            errors.add(at + "clientId", "must be given with its method and secret");
        }
        errors.throwIfAny();
        if (wanted.secret() != null && wanted.method() == null) {
            errors.add(at + "method", "must be given with a secret");
        }
        checkSecret(errors, at + "secret", wanted.method(), wanted.secret());
        checkScopes(errors, at + "scopes", wanted.scopes());
        checkResource(errors, at + "resource", wanted.resource(), wanted.withoutResource());
        errors.throwIfAny();
        GrantRules.check(wanted, gate);
    }

    static void checkSecret(FieldErrors errors, String at, @Nullable ClientMethod method, @Nullable String secret) {
        if (secret != null && method == ClientMethod.PRIVATE_KEY_JWT) {
            errors.add(at, "is none: Tollgate makes the key");
        } else if (secret != null) {
            errors.check(at, () -> new ClientIdentity.Secret("checked", secret, ClientIdentity.SecretMethod.BASIC));
        }
    }

    static void checkScopes(FieldErrors errors, String at, @Nullable List<String> scopes) {
        if (scopes != null) {
            errors.check(at, () -> Scopes.of(scopes));
        }
    }

    static void checkAudience(FieldErrors errors, String at, @Nullable String audience) {
        if (audience != null && !AUDIENCE.matcher(audience).matches()) {
            errors.add(at, "is 1 to " + URL_CHARS_MAX + " characters of visible ASCII");
        }
    }

    private static void check(NewTokenExchange wanted, OutgoingGate gate) {
        FieldErrors errors = new FieldErrors();
        errors.present("tokenExchange.client", wanted.client());
        errors.listSize("tokenExchange.subjectScopes", wanted.subjectScopes(), Scopes.COUNT_MAX);
        errors.throwIfAny();
        @Nullable String audience = wanted.audience();
        checkAudience(errors, "tokenExchange.audience", audience);
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
        checkSecret(errors, at + "secret", wanted.method(), wanted.secret());
        checkScopes(errors, at + "scopes", wanted.scopes());
        checkResource(errors, at + "resource", wanted.resource(), wanted.withoutResource());
        errors.throwIfAny();
    }

    /** As RFC 8707 has it. It is told to the provider and never dialled. */
    static void checkResource(
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
