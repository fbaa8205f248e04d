package dev.tollgate.control.catalog;

import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.server.ServerRow;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.control.settings.SettingsService;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.wire.CatalogReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings what a gateway found into the catalog: new tools, changed definitions, the server's health. */
@ApplicationScoped
class CatalogReports {
    private final ServerService servers;
    private final ToolStore tools;
    private final SettingsService settings;
    private final Changes changes;

    CatalogReports(ServerService servers, ToolStore tools, SettingsService settings, Changes changes) {
        this.servers = servers;
        this.tools = tools;
        this.settings = settings;
        this.changes = changes;
    }

    /**
     * To be called within the report's tenant. A report on a server that is gone, or older than what is known, changes
     * nothing, so that reading the topic again does no harm.
     */
    @Transactional
    void apply(CatalogReport report) {
        Findings findings = Findings.of(report);
        changes.make(change -> {
            Optional<ServerRow> server = servers.find(report.server().value());
            if (server.isPresent() && !servers.isNewerThan(report.server(), report.at())) {
                servers.record(report.server(), findings.look());
                update(server.get(), findings, change);
            }
            return change;
        });
    }

    private void update(ServerRow server, Findings findings, Change change) {
        Instant at = findings.look().at().truncatedTo(ChronoUnit.MICROS);
        AutoApproval rule = new AutoApproval(settings.approval(), server.toolApproval());
        Map<String, ToolRow> known = new HashMap<>();
        tools.ofServer(server.id()).forEach(row -> known.put(row.name, row));
        findings.tools().forEach((name, definition) -> {
            @Nullable ToolRow row = known.get(name);
            if (row == null) {
                tools.add(publish(discovered(server, name, rule.first(definition), at), change));
            } else {
                ToolPin now = row.pin().seen(definition);
                if (!now.equals(row.pin())) {
                    row.pin(rule.changed(now), at);
                    publish(row, change);
                }
            }
        });
        tools.touch(server.id(), findings.tools().keySet(), at);
    }

    private static ToolRow discovered(ServerRow server, String name, ToolPin pin, Instant at) {
        ToolRow row = new ToolRow();
        row.serverId = server.id().value();
        row.name = name;
        row.firstSeenAt = at;
        row.lastSeenAt = at;
        row.pin(pin, at);
        return row;
    }

    static ToolRow publish(ToolRow row, Change change) {
        if (row.pin().served()) {
            change.put(row.toConfig(change.tenant()));
        } else {
            change.remove(ConfigKind.TOOL, row.id);
        }
        return row;
    }
}
