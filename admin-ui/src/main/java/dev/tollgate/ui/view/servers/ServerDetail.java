package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import dev.tollgate.model.api.HealthByGateway;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerHealth;
import dev.tollgate.model.api.ServerTls;
import dev.tollgate.model.config.Transport;
import dev.tollgate.ui.client.Lookup;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.Links;
import dev.tollgate.ui.view.layout.Texts;
import dev.tollgate.ui.view.layout.ToolModeField;
import java.util.function.Supplier;

/** One server: what was found when a gateway last looked, and how it is set up. */
final class ServerDetail extends Composite<DetailPanel> {
    static final String CHECK = "server-check";

    private final Server server;
    private final Lookup lookup;
    private final ServerActions actions;
    private final Runnable close;
    private final GatewayTable gateways;

    ServerDetail(
            Server server, Lookup lookup, ServerActions actions, Supplier<HealthByGateway> health, Runnable close) {
        this.server = server;
        this.lookup = lookup;
        this.actions = actions;
        this.close = close;
        this.gateways = new GatewayTable(health);
    }

    /** What changes without the server's being changed. */
    void refresh() {
        gateways.refresh();
    }

    @Override
    protected DetailPanel initContent() {
        ServerHealth health = server.health();
        ServerTls tls = actions.tls(server);
        DetailPanel panel = new DetailPanel(server.name(), close, Health.badge(server));
        panel.fact("Last looked at", health.checkedAt() == null ? "never" : Texts.time(health.checkedAt()))
                .fact("Calls itself", Texts.orNone(health.upstreamName()))
                .fact("Protocol", Texts.orNone(health.protocolVersion()))
                .fact("Transport", transport(server.transport()))
                .fact("Credential", actions.credentialWords(server))
                .fact("Certificates", CertificateWords.of(tls))
                .fact("Environment", lookup.environmentName(server.environmentId()))
                .fact("Time-out", server.timeoutMillis() + " ms")
                .fact("New tools", approval())
                .fact("Widest set of tools", baseline())
                .fact("Forwarded headers", forwarded())
                .fact("Prefix of names", Texts.words(server.prefixMode()))
                .fact("Tools are shown", ToolModeField.words(server.toolMode(), ShownFields.MODE_UNSAID))
                .fact("Files for scripts", ShownFields.words(server.stubBinding()))
                .fact("Tools", Links.text("Show its tools", "tools?server=" + server.id()))
                .fact("Connected on", Texts.minute(server.createdAt()));
        panel.section("At each gateway", gateways);
        boolean failing = health.state() == ServerHealth.State.FAILING;
        if (Health.lookFailed(health)) {
            panel.alert((failing ? "Failing " : "The last look at it failed ") + Health.failure(health));
        } else if (failing) {
            panel.alert("Failing in the calls of every gateway");
        }
        CertificateWords.warning(tls).ifPresent(panel::alert);
        if (actions.allowed()) {
            Button check = new Button("Check now", event -> actions.sync(server));
            check.setId(CHECK);
            panel.actions(
                    check,
                    new Button("Edit", event -> actions.edit(server, lookup)),
                    new Button("Credential", event -> actions.credential(server)));
        }
        return panel;
    }

    private String forwarded() {
        return server.forwardedHeaders().isEmpty() ? "none" : String.join(", ", server.forwardedHeaders());
    }

    private static String transport(Transport transport) {
        return switch (transport) {
            case Transport.StreamableHttp http -> http.url().toString();
            case Transport.OpenApi api -> "OpenAPI document " + api.document();
            case Transport.Sse sse -> sse.url() + " (HTTP with SSE)";
            case Transport.Stdio stdio -> "command “" + stdio.command() + "” on the gateway's host";
        };
    }

    private String approval() {
        return switch (server.toolApproval()) {
            case MANUAL -> "as the settings of the organization say";
            case AUTO_NEW -> "approved when first seen, unless suspicious";
        };
    }

    private String baseline() {
        if (server.baseline().contains("*")) {
            return "all";
        }
        return server.baseline().isEmpty() ? "none" : String.join(", ", server.baseline());
    }
}
