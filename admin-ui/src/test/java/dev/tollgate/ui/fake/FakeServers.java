package dev.tollgate.ui.fake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tollgate.model.api.ApproveTools;
import dev.tollgate.model.api.ApprovedTools;
import dev.tollgate.model.api.HealthByGateway;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.api.OpenApiPreview;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.PreviewOpenApi;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerHealth;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.config.StubBinding;
import dev.tollgate.ui.client.TollgateApi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Servers in memory; none is ever called. */
interface FakeServers extends TollgateApi {
    FakeContent content();

    @Override
    default Page<Server> servers(int limit, @Nullable String cursor) {
        return content().page(content().servers, limit, cursor);
    }

    @Override
    default Server server(UUID id) {
        return content().answer(FakeContent.one(content().servers, Server::id, id));
    }

    @Override
    default HealthByGateway serverHealth(UUID id) {
        Server server = FakeContent.one(content().servers, Server::id, id);
        return content()
                .answer(new HealthByGateway(
                        Demo.NOW, server.health(), content().gatewayHealth.getOrDefault(id, List.of())));
    }

    @Override
    default Server createServer(String idempotencyKey, NewServer wanted) {
        FakeContent.refuseTaken(wanted.name());
        ServerHealth pending = new ServerHealth(ServerHealth.State.PENDING, null, null, null, null, null, 0, 0);
        Server made = server(UUID.randomUUID(), wanted, pending, 0, 0, 1);
        content().servers.add(made);
        return content().answer(made);
    }

    @Override
    default Server replaceServer(UUID id, String ifMatch, NewServer wanted) {
        Server old = FakeContent.one(content().servers, Server::id, id);
        FakeContent.precondition(ifMatch, old.version());
        return content()
                .swap(
                        content().servers,
                        old,
                        server(
                                id,
                                wanted,
                                old.health(),
                                old.approvedTools(),
                                old.quarantinedTools(),
                                old.version() + 1));
    }

    @Override
    default OpenApiPreview previewOpenApi(PreviewOpenApi document) {
        var tool = new OpenApiPreview.PreviewedTool(
                "getOrder", "One order", "GET", "/orders/{id}", JsonNodeFactory.instance.objectNode());
        var omitted = new OpenApiPreview.OmittedOperation("POST", "/slips", "takes a body of text/xml, not JSON");
        return content().answer(new OpenApiPreview("Shop", "2", document.baseUrl(), List.of(tool), List.of(omitted)));
    }

    private static Server server(
            UUID id, NewServer wanted, ServerHealth health, int approved, int waiting, long version) {
        return new Server(
                id,
                wanted.name(),
                wanted.environmentId(),
                wanted.description(),
                wanted.transport(),
                Optional.ofNullable(wanted.baseline()).orElse(List.of("*")),
                Objects.requireNonNull(wanted.prefixMode()),
                Objects.requireNonNull(wanted.toolApproval()),
                Boolean.TRUE.equals(wanted.enabled()),
                Optional.ofNullable(wanted.timeoutMillis()).orElse(30_000),
                Optional.ofNullable(wanted.forwardedHeaders()).orElse(List.of()),
                wanted.toolMode(),
                Optional.ofNullable(wanted.stubBinding()).orElse(StubBinding.SERVER),
                health,
                approved,
                waiting,
                Instant.now(),
                version);
    }

    @Override
    default void deleteServer(UUID id, String ifMatch) {
        Server old = FakeContent.one(content().servers, Server::id, id);
        FakeContent.precondition(ifMatch, old.version());
        content().servers.remove(old);
    }

    @Override
    default void syncServer(UUID id, String ifMatch) {
        content().answer(content().log.add("syncServer " + id));
    }

    @Override
    default ApprovedTools approveTools(UUID serverId, String ifMatch, ApproveTools seen) {
        content().log.add("approveTools " + serverId);
        Server old = FakeContent.one(content().servers, Server::id, serverId);
        FakeContent.precondition(ifMatch, old.version());
        List<ApprovedTools.Changed> changed = new ArrayList<>();
        for (Tool tool : List.copyOf(content().tools)) {
            ApproveTools.Seen now = ApproveTools.Seen.of(tool);
            if (seen.tools().contains(now)) {
                content().swap(content().tools, tool, FakeTools.in(tool, Tool.State.APPROVED));
            } else if (seen.tools().stream().anyMatch(other -> other.id().equals(tool.id()))) {
                changed.add(new ApprovedTools.Changed(tool.id(), tool.name(), now.hash()));
            }
        }
        return new ApprovedTools(old, seen.tools().size() - changed.size(), changed);
    }
}
