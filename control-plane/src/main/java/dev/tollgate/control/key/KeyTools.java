package dev.tollgate.control.key;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.publish.PublishedState;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.access.CallApprovals;
import dev.tollgate.model.access.ToolModes;
import dev.tollgate.model.access.VisibleTools.Visible;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Through;
import dev.tollgate.model.api.ToolCaller;
import dev.tollgate.model.api.VisibleTool;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a key sees, and who can call a tool, by the very rule that gateways follow and from what was published to them. */
@ApplicationScoped
class KeyTools {
    /** Keys that are looked at for one page, however few of them can call the tool. */
    static final int LOOKED_AT_MAX = 1_000;

    private static final int BATCH = 200;

    private final PublishedState published;
    private final KeyStore store;
    private final TenantContext tenant;

    KeyTools(PublishedState published, KeyStore store, TenantContext tenant) {
        this.published = published;
        this.store = store;
        this.tenant = tenant;
    }

    @Transactional
    List<VisibleTool> seenBy(String keyId) {
        VirtualKeyConfig key = published
                .find(ConfigKind.KEY, keyId)
                .map(VirtualKeyConfig.class::cast)
                .orElseThrow(Refused::notFound);
        Governed governed = Governed.of(published);
        return governed.visibleTo(key).stream()
                .map(visible -> view(key, visible, governed))
                .toList();
    }

    private static VisibleTool view(VirtualKeyConfig key, Visible visible, Governed governed) {
        return new VisibleTool(
                visible.tool().id().value(),
                visible.server().id().value(),
                visible.exposedName(),
                visible.server().name().value(),
                visible.tool().name(),
                ToolModes.of(key, visible.through(), visible.server(), governed.tenant()),
                CallApprovals.asksFirst(visible.tool(), visible.server().name(), governed.tenant()),
                governed.views(visible.through()));
    }

    /**
     * The keys that are accepted now and see the tool, by name; none for a tool that is not served. A page may hold fewer
     * than were asked for and yet not be the last.
     */
    @Transactional
    Page<ToolCaller> callers(UUID toolId, PageRequest page, Instant now) {
        return published
                .find(ConfigKind.TOOL, toolId.toString())
                .map(ToolConfig.class::cast)
                .map(tool -> callers(tool, page, now))
                .orElse(new Page<>(List.of(), null));
    }

    private Page<ToolCaller> callers(ToolConfig tool, PageRequest page, Instant now) {
        Governed governed = Governed.withoutTools(published);
        List<ToolCaller> callers = new ArrayList<>();
        Optional<Cursor> after = page.after();
        for (int lookedAt = 0; lookedAt < LOOKED_AT_MAX; lookedAt += BATCH) {
            List<KeyRow> keys = store.accepted(after, BATCH, now);
            for (KeyRow key : keys) {
                Optional<ToolCaller> caller = caller(key.toConfig(tenant.id()), tool, governed);
                if (caller.isPresent() && callers.size() == page.limit()) {
                    return new Page<>(callers, after.orElseThrow().encode());
                }
                caller.ifPresent(callers::add);
                after = Optional.of(key.cursor());
            }
            if (keys.size() < BATCH) {
                return new Page<>(callers, null);
            }
        }
        return new Page<>(callers, after.orElseThrow().encode());
    }

    private static Optional<ToolCaller> caller(VirtualKeyConfig key, ToolConfig tool, Governed governed) {
        List<Through> through = governed.through(governed.visibility(key), tool);
        @Nullable SubjectConfig owner = governed.subjects.get(key.owner());
        return through.isEmpty()
                ? Optional.empty()
                : Optional.of(new ToolCaller(
                        key.id().value(),
                        key.name(),
                        key.owner().toString(),
                        owner == null ? "" : owner.name(),
                        through));
    }
}
