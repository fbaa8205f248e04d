package dev.tollgate.control.catalog;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.publish.OutboxContents;
import dev.tollgate.control.testing.Acting;
import dev.tollgate.model.api.ApproveTools;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.CatalogReport;
import dev.tollgate.model.wire.CatalogReport.DiscoveredTool;
import dev.tollgate.model.wire.CatalogReport.Failure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A gateway that looks at servers and reports what it found, as the control plane takes it from the topic. */
@ApplicationScoped
public class LookingGateway {
    private final CatalogReports reports;
    private final TenantScope scope;
    private final AgroalDataSource system;

    LookingGateway(CatalogReports reports, TenantScope scope, @DataSource("system") AgroalDataSource system) {
        this.reports = reports;
        this.scope = scope;
        this.system = system;
    }

    public Looks at(Acting owner, String server) {
        return new Looks(owner, server);
    }

    /** One server, looked at once a minute. */
    public final class Looks {
        private final Acting owner;
        private final String server;
        private Instant clock = Instant.parse("2026-11-01T00:00:00Z");

        private Looks(Acting owner, String server) {
            this.owner = owner;
            this.server = server;
        }

        /** The gateway looks, and these definitions are all that it finds. */
        public void found(String... definitions) {
            apply(report(null, definitions));
        }

        /** The report of a look that is over, to arrive when it is applied. */
        CatalogReport report(@Nullable Failure failure, String... definitions) {
            clock = clock.plusSeconds(60);
            List<DiscoveredTool> tools =
                    Stream.of(definitions).map(LookingGateway::discovered).toList();
            return new CatalogReport(
                    TenantId.of(owner.tenantId()),
                    ServerId.of(server),
                    new GatewayId("gateway-1"),
                    clock,
                    "files-server",
                    "1.0",
                    "2025-06-18",
                    tools,
                    failure);
        }

        void apply(CatalogReport report) {
            scope.run(report.tenant(), () -> reports.apply(report));
        }

        /** When the last look was. */
        Instant at() {
            return clock;
        }

        public String toolId(String name) {
            return owner.get("/tools?q=" + name).extract().path("items[0].id");
        }

        /** What an admin sees waiting on the page of tools, to be decided on. */
        Map<String, Object> seen() {
            return Map.of(
                    "tools",
                    owner
                            .get("/tools?state=QUARANTINED&limit=200")
                            .extract()
                            .jsonPath()
                            .getList("items.id", String.class)
                            .stream()
                            .map(id -> owner.get("/tools/" + id).extract().as(Tool.class))
                            .map(ApproveTools.Seen::of)
                            .toList());
        }

        /** The definitions that gateways of the tenant know. */
        List<String> published() {
            return live().map(ToolConfig::definition).toList();
        }

        /** What changes that wait ask of arguments. */
        List<String> pendingSchemas() {
            return live().map(ToolConfig::pendingInputSchema)
                    .flatMap(Stream::ofNullable)
                    .toList();
        }

        Stream<ToolConfig> live() {
            return OutboxContents.of(system, owner).live(ToolConfig.class).stream();
        }
    }

    private static DiscoveredTool discovered(String definition) {
        return new DiscoveredTool(
                HostileJson.object(definition).orElseThrow().path("name").asText(), definition);
    }
}
