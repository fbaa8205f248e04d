package dev.tollgate.control.server;

import dev.tollgate.control.environment.EnvironmentService;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.config.ForwardedHeaders;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a server as written by a client must be. */
@ApplicationScoped
class ServerRules {
    static final int TIMEOUT_MILLIS_DEFAULT = 30_000;
    private static final int DESCRIPTION_CHARS_MAX = 1_000;
    private static final int TOOL_NAME_CHARS_MAX = 128;
    private static final String FORWARDED = "forwardedHeaders";

    private final UpstreamGate gate;
    private final EnvironmentService environments;

    ServerRules(UpstreamGate gate, EnvironmentService environments) {
        this.gate = gate;
        this.environments = environments;
    }

    /** Refused with all that is wrong, not with the first of it. Resolves names, so not while holding a lock. */
    void check(NewServer wanted) {
        FieldErrors errors = new FieldErrors();
        errors.slug("name", wanted.name());
        errors.optionalText("description", wanted.description(), DESCRIPTION_CHARS_MAX);
        checkBaseline(errors, wanted.baseline());
        int timeout = wanted.timeoutMillis() == null ? TIMEOUT_MILLIS_DEFAULT : wanted.timeoutMillis();
        if (timeout < ServerConfig.TIMEOUT_MILLIS_MIN || timeout > ServerConfig.TIMEOUT_MILLIS_MAX) {
            errors.add(
                    "timeoutMillis",
                    "lies between " + ServerConfig.TIMEOUT_MILLIS_MIN + " and " + ServerConfig.TIMEOUT_MILLIS_MAX);
        }
        errors.present("environmentId", wanted.environmentId());
        if (wanted.environmentId() != null
                && environments.find(wanted.environmentId()).isEmpty()) {
            errors.add("environmentId", "there is no such environment");
        }
        errors.present("transport", wanted.transport());
        if (wanted.transport() != null) {
            errors.check("transport", () -> gate.check(wanted.transport()));
        }
        checkForwarded(errors, wanted);
        errors.throwIfAny();
    }

    /** A credential is given to one origin, and by https unless that is this machine. */
    void checkTakesCredential(Transport transport) {
        URI origin = CredentialOrigin.of(transport)
                .orElseThrow(() -> Refused.invalid(
                        "headers",
                        "a process takes no headers: give it what it needs where its command is configured"));
        FieldErrors errors = new FieldErrors();
        errors.check("headers", () -> gate.checkSecure(origin));
        errors.throwIfAny();
    }

    /** Certificates are for one origin, by https. */
    void checkTakesTls(Transport transport) {
        FieldErrors errors = new FieldErrors();
        errors.check("certificate", () -> {
            URI origin = CredentialOrigin.of(transport)
                    .filter(url -> "https".equals(url.getScheme()))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "is for a server that is reached by https, which this one is not"));
            gate.checkSecure(origin);
        });
        errors.throwIfAny();
    }

    /** Whoever may change a server must not learn its secrets by sending them to a server of their own. */
    void checkCredentialStays(Transport before, Transport wanted) {
        checkStays("credential", before, wanted);
    }

    /** Nor have a server of their own taken for it, or be shown what it is shown. */
    void checkTlsStays(Transport before, Transport wanted) {
        checkStays("certificate", before, wanted);
    }

    private static void checkStays(String what, Transport before, Transport wanted) {
        if (!CredentialOrigin.isSame(before, wanted)) {
            throw Refused.invalid(
                    "transport",
                    "leads to another origin than the server's " + what + " was given for: delete the " + what
                            + " first, and give it anew afterwards");
        }
    }

    /** Each name that may not be is refused with the reason, at its place. */
    private static void checkForwarded(FieldErrors errors, NewServer wanted) {
        List<String> names = wanted.forwardedHeaders();
        if (names == null || names.isEmpty()) {
            return;
        }
        errors.listSize(FORWARDED, names, ForwardedHeaders.NAMES_MAX);
        if (wanted.transport() != null) {
            ForwardedHeaders.refusal(wanted.transport()).ifPresent(why -> errors.add(FORWARDED, "cannot be: " + why));
        }
        for (int i = 0; i < Math.min(names.size(), ForwardedHeaders.NAMES_MAX); i++) {
            String at = FORWARDED + "[" + i + "]";
            String name = names.get(i);
            if (name != null) {
                ForwardedHeaders.refusal(name).ifPresent(why -> errors.add(at, why));
            }
        }
    }

    private static void checkBaseline(FieldErrors errors, @Nullable List<String> baseline) {
        errors.listSize("baseline", baseline, ServerConfig.BASELINE_NAMES_MAX);
        if (baseline != null
                && baseline.stream()
                        .anyMatch(name -> name != null && (name.isEmpty() || name.length() > TOOL_NAME_CHARS_MAX))) {
            errors.add("baseline", "names tools by 1 to " + TOOL_NAME_CHARS_MAX + " characters");
        }
    }
}
