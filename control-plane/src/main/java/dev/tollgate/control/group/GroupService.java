package dev.tollgate.control.group;

import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.Attachments;
import dev.tollgate.model.api.NewToolGroup;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.ToolGroupConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of tool groups. */
@ApplicationScoped
public class GroupService {
    private static final int DESCRIPTION_CHARS_MAX = 1_000;

    private final GroupStore store;
    private final GroupAttachments attachments;
    private final Changes changes;

    GroupService(GroupStore store, GroupAttachments attachments, Changes changes) {
        this.store = store;
        this.attachments = attachments;
        this.changes = changes;
    }

    @Transactional
    Page<ToolGroup> list(PageRequest page, @Nullable String search) {
        Page<GroupRow> rows = store.list(page, search);
        Map<UUID, List<String>> targets =
                attachments.of(rows.items().stream().map(row -> row.id).toList());
        return new Page<>(
                rows.items().stream()
                        .map(row -> row.toApi(targetsOf(row, targets)))
                        .toList(),
                rows.nextCursor());
    }

    @Transactional
    ToolGroup get(UUID id) {
        return view(store.find(id).orElseThrow(Refused::notFound));
    }

    /** Attaches the group to these targets and no others. */
    @Transactional
    ToolGroup attach(UUID id, Attachments wanted, Precondition precondition) {
        return view(changes.make(change -> {
            GroupRow row = store.find(id).orElseThrow(Refused::notFound);
            precondition.check(row.version());
            attachments.replace(id, wanted.to(), change);
            row.attachments++;
            return row;
        }));
    }

    private ToolGroup view(GroupRow row) {
        return row.toApi(targetsOf(row, attachments.of(List.of(row.id))));
    }

    private static List<String> targetsOf(GroupRow row, Map<UUID, List<String>> targets) {
        return targets.getOrDefault(row.id, List.of());
    }

    /** Which of the groups there are. */
    public Set<UUID> existing(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : store.existing(ids);
    }

    /** Names each group that is not there by its place. */
    public void check(FieldErrors errors, String field, List<UUID> ids) {
        Set<UUID> there = existing(ids);
        for (int i = 0; i < ids.size(); i++) {
            if (!there.contains(ids.get(i))) {
                errors.add(field + "[" + i + "]", "there is no such tool group");
            }
        }
    }

    @Transactional
    ToolGroup create(NewToolGroup wanted) {
        validate(wanted);
        return view(changes.make(change -> {
            GroupRow row = new GroupRow();
            write(wanted, row);
            store.add(row);
            change.put(row.toConfig(change.tenant()));
            return row;
        }));
    }

    @Transactional
    ToolGroup update(UUID id, NewToolGroup wanted, Precondition precondition) {
        validate(wanted);
        return view(changes.make(change -> {
            GroupRow row = store.find(id).orElseThrow(Refused::notFound);
            precondition.check(row.version());
            write(wanted, row);
            change.put(row.toConfig(change.tenant()));
            return row;
        }));
    }

    void delete(UUID id, Precondition precondition) {
        changes.make(change -> {
            GroupRow row = store.find(id).orElseThrow(Refused::notFound);
            precondition.check(row.version());
            store.remove(row);
            change.remove(ConfigKind.GROUP, id);
            return row;
        });
    }

    private static void write(NewToolGroup wanted, GroupRow row) {
        row.name = wanted.name();
        row.description = wanted.description();
        row.patterns = Patterns.write(wanted.patterns());
        row.toolMode = wanted.toolMode();
    }

    private static void validate(NewToolGroup wanted) {
        FieldErrors errors = new FieldErrors();
        errors.slug("name", wanted.name());
        errors.optionalText("description", wanted.description(), DESCRIPTION_CHARS_MAX);
        errors.present("patterns", wanted.patterns());
        Patterns.check(errors, "patterns", wanted.patterns(), ToolGroupConfig.PATTERNS_MAX);
        errors.throwIfAny();
    }
}
