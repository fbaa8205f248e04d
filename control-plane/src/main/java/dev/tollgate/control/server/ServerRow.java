package dev.tollgate.control.server;

import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.persistence.OwnedRow;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.model.api.ToolApproval;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.StubBinding;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.id.EnvironmentId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.id.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A server's row. */
@Entity
@Table(name = "server")
public class ServerRow extends OwnedRow {
    private static final String STREAMABLE_HTTP = "streamable-http";
    private static final String SSE = "sse";
    private static final String STDIO = "stdio";
    private static final String OPENAPI = "openapi";

    @Id
    UUID id = Ids.next();

    @Column(name = "environment_id", nullable = false)
    UUID environmentId;

    @Column(name = "name", nullable = false)
    String name;

    @Column(name = "description")
    @Nullable
    String description;

    @Column(name = "transport", nullable = false)
    String transport;

    @Column(name = "url")
    @Nullable
    String url;

    @Column(name = "base_url")
    @Nullable
    String baseUrl;

    @Column(name = "command")
    @Nullable
    String command;

    @Column(name = "baseline", nullable = false)
    List<String> baseline;

    @Enumerated(EnumType.STRING)
    @Column(name = "prefix_mode", nullable = false)
    PrefixMode prefixMode;

    @Enumerated(EnumType.STRING)
    @Column(name = "tool_approval", nullable = false)
    ToolApproval toolApproval;

    @Column(name = "enabled", nullable = false)
    boolean enabled;

    @Column(name = "timeout_millis", nullable = false)
    int timeoutMillis;

    @Column(name = "forwarded_headers", nullable = false)
    List<String> forwardedHeaders = List.of();

    @Enumerated(EnumType.STRING)
    @Column(name = "tool_mode")
    @Nullable
    ToolMode toolMode;

    @Enumerated(EnumType.STRING)
    @Column(name = "stub_binding", nullable = false)
    StubBinding stubBinding = StubBinding.SERVER;

    public ServerId id() {
        return new ServerId(id);
    }

    public UUID environmentId() {
        return environmentId;
    }

    public Slug name() {
        return new Slug(name);
    }

    public ToolApproval toolApproval() {
        return toolApproval;
    }

    /** Where it is; empty for a process. Of a service that a document describes, the document's. */
    public Optional<URI> url() {
        return Optional.ofNullable(url).map(URI::create);
    }

    Transport transport() {
        return switch (transport) {
            case STDIO -> new Transport.Stdio(Objects.requireNonNull(command));
            case OPENAPI ->
                new Transport.OpenApi(
                        URI.create(Objects.requireNonNull(url)), baseUrl == null ? null : URI.create(baseUrl));
            case SSE -> new Transport.Sse(URI.create(Objects.requireNonNull(url)));
            default -> new Transport.StreamableHttp(URI.create(Objects.requireNonNull(url)));
        };
    }

    void transport(Transport wanted) {
        baseUrl = null;
        switch (wanted) {
            case Transport.StreamableHttp http -> {
                transport = STREAMABLE_HTTP;
                url = http.url().toString();
                command = null;
            }
            case Transport.Sse sse -> {
                transport = SSE;
                url = sse.url().toString();
                command = null;
            }
            case Transport.Stdio stdio -> {
                transport = STDIO;
                url = null;
                command = stdio.command();
            }
            case Transport.OpenApi api -> {
                transport = OPENAPI;
                url = api.document().toString();
                baseUrl = api.baseUrl() == null ? null : api.baseUrl().toString();
                command = null;
            }
        }
    }

    /** Without its credential. */
    public ServerConfig toConfig(TenantId tenant) {
        return new ServerConfig(
                tenant,
                id(),
                new EnvironmentId(environmentId),
                name(),
                transport(),
                baseline,
                prefixMode,
                enabled,
                timeoutMillis,
                null,
                forwardedHeaders,
                null,
                null,
                toolMode,
                stubBinding == StubBinding.SERVER ? null : stubBinding);
    }

    Cursor cursor() {
        return new Cursor(name, id.toString());
    }
}
