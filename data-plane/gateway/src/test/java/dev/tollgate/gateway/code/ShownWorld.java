package dev.tollgate.gateway.code;

import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.config.TestSnapshots;
import dev.tollgate.gateway.fixture.TestTenant;
import dev.tollgate.gateway.fixture.TestTenant.IssuedKey;
import dev.tollgate.gateway.meter.PriceList;
import dev.tollgate.gateway.policy.KeyView;
import dev.tollgate.gateway.policy.ShownTools;
import dev.tollgate.model.access.RequestFilter;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.StubBinding;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.Slug;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A tenant whose tools are shown to one key. */
final class ShownWorld {
    final TestTenant tenant = new TestTenant();
    private final TestSnapshots snapshots = new TestSnapshots();

    ServerConfig server(String name, StubBinding stubs) {
        ServerConfig server = new ServerConfig(
                tenant.id,
                new ServerId(UUID.randomUUID()),
                tenant.environment,
                new Slug(name),
                new Transport.StreamableHttp(URI.create("http://127.0.0.1:1/mcp")),
                List.of("*"),
                PrefixMode.ALWAYS,
                true,
                30_000,
                null,
                null,
                null,
                null,
                null,
                stubs);
        tenant.put(server);
        return server;
    }

    ServerConfig server(String name) {
        return server(name, StubBinding.SERVER);
    }

    /** A tool whose definition has these members beside its name. */
    void tool(ServerConfig server, String name, String members) {
        tenant.tool(server, name, "{\"name\":\"" + name + "\"," + members + "}");
    }

    /** A tool that takes anything. */
    void tool(ServerConfig server, String name) {
        tool(server, name, "\"inputSchema\":{\"type\":\"object\"}");
    }

    ShownTools shown(ToolMode mode, String... grants) {
        IssuedKey key = tenant.shown(tenant.key(grants), mode);
        snapshots.publish(tenant);
        return KeyView.of(snapshot(), key.config()).shown(RequestFilter.NONE);
    }

    ScriptTools scripts(String... grants) {
        return ScriptTools.of(shown(ToolMode.CODE, grants).of(ToolMode.CODE), prices(), Instant.now());
    }

    PriceList prices() {
        return PriceList.of(snapshot().catalog());
    }

    private TenantSnapshot snapshot() {
        return Objects.requireNonNull(snapshots.snapshots().ofTenant(tenant.id));
    }
}
