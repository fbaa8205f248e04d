package dev.tollgate.control.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.server.ServerRow;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.ApproveTools.Seen;
import dev.tollgate.model.api.ApprovedTools.Changed;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.api.Tool.State;
import dev.tollgate.model.api.ToolDiff;
import dev.tollgate.model.api.ToolFlag;
import dev.tollgate.model.api.ToolNaming;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.id.ToolId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows tools and lets admins decide on their definitions. */
@ApplicationScoped
public class ToolService {
    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final ToolStore store;
    private final ServerService servers;
    private final ExposedNames names;
    private final Changes changes;

    ToolService(ToolStore store, ServerService servers, ExposedNames names, Changes changes) {
        this.store = store;
        this.servers = servers;
        this.names = names;
        this.changes = changes;
    }

    @Transactional
    Page<Tool> list(PageRequest page, @Nullable UUID server, @Nullable State state, @Nullable String search) {
        Page<ToolRow> rows = store.list(page, server, state, search);
        Map<ToolId, String> exposed = names.all();
        Map<String, Set<UUID>> bearers = bearers(rows.items());
        return new Page<>(
                rows.items().stream().map(row -> view(row, exposed, bearers)).toList(), rows.nextCursor());
    }

    /** Whether the tenant has the tool, served or not. */
    @Transactional
    public boolean exists(UUID id) {
        return store.find(id).isPresent();
    }

    @Transactional
    Tool get(UUID id) {
        ToolRow row = existing(id);
        return view(row, names.all(), bearers(List.of(row)));
    }

    /** How what waits differs from what is pinned. */
    @Transactional
    ToolDiff diff(UUID id) {
        ToolRow row = existing(id);
        @Nullable JsonNode pending = json(row.pendingDefinition);
        return pending == null
                ? new ToolDiff(List.of())
                : Differences.between(Objects.requireNonNull(json(row.definition)), pending);
    }

    @Transactional
    Tool name(UUID id, ToolNaming wanted, Precondition precondition) {
        FieldErrors errors = new FieldErrors();
        if (wanted.alias() != null && !ALIAS.matcher(wanted.alias()).matches()) {
            errors.add("alias", "is 1 to 64 characters of A-Z, a-z, 0-9, _ and -");
        }
        errors.optionalText("description", wanted.description(), ToolConfig.DESCRIPTION_CHARS_MAX);
        errors.throwIfAny();
        changes.make(change -> {
            ToolRow row = existing(id);
            precondition.check(row.version());
            refuseTaken(wanted.alias(), row);
            row.alias = wanted.alias();
            row.descriptionOverride = wanted.description();
            row.callApproval = wanted.callApproval();
            CatalogReports.publish(row, change);
            return row;
        });
        return get(id);
    }

    private void refuseTaken(@Nullable String alias, ToolRow row) {
        if (alias != null) {
            names.bearer(alias, row).ifPresent(other -> {
                throw new Refused(new Refusal.NameTaken(
                        "alias", "Agents of this environment know the tool " + other + " by this name"));
            });
        }
    }

    /** Decides on what the server says the tool is now. */
    @Transactional
    Tool decide(UUID id, Decision decision, Precondition precondition) {
        changes.make(change -> {
            ToolRow row = existing(id);
            precondition.check(row.version());
            if (decision == Decision.REJECT && row.state != State.QUARANTINED) {
                throw new Refused(new Refusal.WrongState("Nothing of this tool waits, so nothing can be rejected."));
            }
            decide(row, decision, change);
            return row;
        });
        return get(id);
    }

    /**
     * Decides on waiting tools of a server whose definitions are still those that were seen.
     *
     * @return those that could not be decided on so
     */
    @Transactional
    List<Changed> decideSeen(UUID serverId, List<Seen> seen, Decision decision, Precondition precondition) {
        return changes.make(change -> {
            ServerRow server = servers.find(serverId).orElseThrow(Refused::notFound);
            precondition.check(server.version());
            Map<UUID, ToolRow> rows = new HashMap<>();
            store.ofServer(server.id()).forEach(row -> rows.put(row.id, row));
            SeenTools.check(seen, rows.keySet());
            return seen.stream()
                    .map(tool -> decide(tool, Objects.requireNonNull(rows.get(tool.id())), decision, change))
                    .flatMap(Optional::stream)
                    .toList();
        });
    }

    private static Optional<Changed> decide(Seen seen, ToolRow row, Decision decision, Change change) {
        ToolPin pin = row.pin();
        if (decision.stands(pin, seen.hash())) {
            return Optional.empty();
        }
        String offered = pin.offered().hash();
        if (row.state != State.QUARANTINED || !offered.equals(seen.hash())) {
            return Optional.of(new Changed(row.id, row.name, offered));
        }
        decide(row, decision, change);
        return Optional.empty();
    }

    private static void decide(ToolRow row, Decision decision, Change change) {
        row.pin(decision.on(row.pin()), Times.now());
        CatalogReports.publish(row, change);
    }

    private ToolRow existing(UUID id) {
        return store.find(id).orElseThrow(Refused::notFound);
    }

    private Map<String, Set<UUID>> bearers(List<ToolRow> rows) {
        Set<String> wanted = rows.stream().map(row -> row.name).collect(Collectors.toSet());
        return wanted.isEmpty() ? Map.of() : store.serversByToolName(wanted);
    }

    private static List<ToolFlag> flags(ToolRow row, Map<String, Set<UUID>> bearers) {
        boolean shadows =
                bearers.getOrDefault(row.name, Set.of()).stream().anyMatch(server -> !server.equals(row.serverId));
        String now = row.pin().offered().text();
        return Suspicions.of(Objects.requireNonNull(json(now)), shadows);
    }

    private Tool view(ToolRow row, Map<ToolId, String> exposed, Map<String, Set<UUID>> bearers) {
        String server = servers.find(row.serverId).orElseThrow().name().value();
        return new Tool(
                row.id,
                row.serverId,
                server,
                row.name,
                exposed.get(new ToolId(row.id)),
                row.title,
                row.description,
                row.alias,
                row.descriptionOverride,
                row.callApproval,
                flags(row, bearers),
                row.state,
                Objects.requireNonNull(json(row.definition)),
                row.definitionHash,
                json(row.pendingDefinition),
                row.pendingHash,
                row.firstSeenAt,
                row.lastSeenAt,
                row.version());
    }

    private static @Nullable JsonNode json(@Nullable String definition) {
        return definition == null ? null : HostileJson.object(definition).orElseThrow();
    }
}
