package dev.tollgate.control.key;

import dev.tollgate.control.publish.PublishedState;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.access.VisibleTools.Visible;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Through;
import dev.tollgate.model.api.ToolCaller;
import dev.tollgate.model.api.VisibleTool;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a key sees, and who can call a tool, by the very rule that gateways follow and from what was published to them. */
@ApplicationScoped
class KeyTools {
    private static final Comparator<ToolCaller> BY_NAME =
            Comparator.comparing(ToolCaller::keyName).thenComparing(ToolCaller::keyId);

    private final PublishedState published;

    KeyTools(PublishedState published) {
        this.published = published;
    }

    @Transactional
    List<VisibleTool> seenBy(String keyId) {
        Governed governed = Governed.of(published);
        VirtualKeyConfig key = governed.keys.get(keyId);
        if (key == null) {
            throw Refused.notFound();
        }
        return governed.visibleTo(key).stream()
                .map(visible -> view(visible, governed))
                .toList();
    }

    private static VisibleTool view(Visible visible, Governed governed) {
        return new VisibleTool(
                visible.tool().id().value(),
                visible.server().id().value(),
                visible.exposedName(),
                visible.server().name().value(),
                visible.tool().name(),
                governed.views(visible.through()));
    }

    /** The keys that are accepted now and see the tool, by name; none for a tool that is not served. */
    @Transactional
    Page<ToolCaller> callers(UUID toolId, PageRequest page, Instant now) {
        Governed governed = Governed.of(published);
        @Nullable
        ToolConfig tool = governed.tools.stream()
                .filter(it -> it.id().value().equals(toolId))
                .findFirst()
                .orElse(null);
        Stream<ToolCaller> callers = tool == null
                ? Stream.empty()
                : governed.keys.values().stream()
                        .filter(key -> isAccepted(key, now))
                        .flatMap(key -> caller(key, tool, governed).stream());
        List<ToolCaller> rows = callers.filter(caller ->
                        page.after().map(after -> isBehind(caller, after)).orElse(true))
                .sorted(BY_NAME)
                .limit(page.limit() + 1L)
                .toList();
        return page.page(rows, row -> row, row -> new Cursor(row.keyName(), row.keyId()));
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

    private static boolean isAccepted(VirtualKeyConfig key, Instant now) {
        return !key.revoked() && (key.expiresAt() == null || now.isBefore(key.expiresAt()));
    }

    private static boolean isBehind(ToolCaller caller, Cursor after) {
        int byName = caller.keyName().compareTo(after.sort());
        return byName > 0 || byName == 0 && caller.keyId().compareTo(after.id()) > 0;
    }
}
