package dev.tollgate.model.config;

import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An upstream MCP server.
 *
 * @param baseline the widest set of its tools that anyone may see: {@code ["*"]} all, {@code []} none, or upstream tool names
 * @param enabled a disabled server keeps its configuration but shows no tool and takes no call
 * @param timeoutMillis how long one call may take before it fails
 * @param credential absent for a server that asks for none
 * @param forwardedHeaders names of headers that an agent's request hands on to it, in lower case; absent if there are none
 * @param tls absent for a server that is shown no certificate and has one that the public trusts
 * @param personal absent for a server that is reached in one way for everybody
 * @param toolMode how its tools are shown where neither key nor group says; absent if it does not say
 * @param stubBinding absent for one file
 */
public record ServerConfig(
        TenantId tenant,
        ServerId id,
        EnvironmentId environment,
        Slug name,
        Transport transport,
        List<String> baseline,
        PrefixMode prefixMode,
        boolean enabled,
        int timeoutMillis,
        @Nullable SealedCredential credential,
        @Nullable List<String> forwardedHeaders,
        @Nullable SealedTls tls,
        @Nullable PersonalAccess personal,
        @Nullable ToolMode toolMode,
        @Nullable StubBinding stubBinding)
        implements ConfigResource {
    public static final int BASELINE_NAMES_MAX = 5_000;
    public static final int TIMEOUT_MILLIS_MIN = 100;
    public static final int TIMEOUT_MILLIS_MAX = 600_000;

    public ServerConfig {
        baseline = List.copyOf(baseline);
        if (baseline.size() > BASELINE_NAMES_MAX) {
            throw new IllegalArgumentException("a baseline names at most " + BASELINE_NAMES_MAX + " tools");
        }
        if (timeoutMillis < TIMEOUT_MILLIS_MIN || timeoutMillis > TIMEOUT_MILLIS_MAX) {
            throw new IllegalArgumentException(
                    "a time-out lies between " + TIMEOUT_MILLIS_MIN + " and " + TIMEOUT_MILLIS_MAX + " ms");
        }
        forwardedHeaders = ForwardedHeaders.checked(forwardedHeaders, transport);
    }

    /** A server that asks for no credential and is handed no header. */
    public ServerConfig(
            TenantId tenant,
            ServerId id,
            EnvironmentId environment,
            Slug name,
            Transport transport,
            List<String> baseline,
            PrefixMode prefixMode,
            boolean enabled,
            int timeoutMillis) {
        this(tenant, id, environment, name, transport, baseline, prefixMode, enabled, timeoutMillis, null, null);
    }

    /** A server that is reached as the public is, in one way for everybody. */
    public ServerConfig(
            TenantId tenant,
            ServerId id,
            EnvironmentId environment,
            Slug name,
            Transport transport,
            List<String> baseline,
            PrefixMode prefixMode,
            boolean enabled,
            int timeoutMillis,
            @Nullable SealedCredential credential,
            @Nullable List<String> forwardedHeaders) {
        this(
                tenant,
                id,
                environment,
                name,
                transport,
                baseline,
                prefixMode,
                enabled,
                timeoutMillis,
                credential,
                forwardedHeaders,
                null,
                null,
                null,
                null);
    }

    public ServerConfig with(@Nullable SealedCredential other) {
        return with(other, tls, personal);
    }

    public ServerConfig with(@Nullable PersonalAccess other) {
        return with(credential, tls, other);
    }

    public ServerConfig withTls(@Nullable SealedTls other) {
        return with(credential, other, personal);
    }

    private ServerConfig with(
            @Nullable SealedCredential other, @Nullable SealedTls certificates, @Nullable PersonalAccess access) {
        return new ServerConfig(
                tenant,
                id,
                environment,
                name,
                transport,
                baseline,
                prefixMode,
                enabled,
                timeoutMillis,
                other,
                forwardedHeaders,
                certificates,
                access,
                toolMode,
                stubBinding);
    }

    /** The same by a person's connection. */
    public ServerConfig by(PersonalAccess.By connection) {
        return with(new PersonalAccess(personal == null ? null : personal.lookAs(), connection));
    }

    /** The same as it is published, by nobody's connection. */
    public ServerConfig byNobody() {
        return by() == null ? this : with(new PersonalAccess(personal == null ? null : personal.lookAs()));
    }

    /** By whose connection it is reached; null if by nobody's. */
    public PersonalAccess.@Nullable By by() {
        return personal == null ? null : personal.by();
    }

    /** Who has what is open to it to themselves; null if it is everybody's. */
    public @Nullable UUID person() {
        PersonalAccess.By by = by();
        return by == null ? null : by.person();
    }

    /** Whether what is open to the server as it was so configured, and what it said there, serves for this too. */
    public boolean isReachedAs(ServerConfig other) {
        return this == other
                || transport.equals(other.transport)
                        && name.equals(other.name)
                        && credentialVersion() == other.credentialVersion()
                        && asksEachPerson() == other.asksEachPerson()
                        && tlsVersion() == other.tlsVersion()
                        && Objects.equals(by(), other.by());
    }

    /** Whether each person reaches it by a connection of their own. */
    public boolean asksEachPerson() {
        return personal != null;
    }

    /** Into how many files its tools are put for scripts. */
    public StubBinding stubs() {
        return stubBinding == null ? StubBinding.SERVER : stubBinding;
    }

    private long tlsVersion() {
        return tls == null ? 0 : tls.version();
    }

    private long credentialVersion() {
        return credential == null ? 0 : credential.version();
    }

    /** Whether the baseline lets a tool of this upstream name through. */
    public boolean baselineAdmits(String upstreamName) {
        return baseline.contains("*") || baseline.contains(upstreamName);
    }

    @Override
    public ConfigKind kind() {
        return ConfigKind.SERVER;
    }

    @Override
    public String resourceId() {
        return id.toString();
    }
}
