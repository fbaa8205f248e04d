package dev.tollgate.control.group;

import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.NewToolGroup;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.ToolGroupConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of tool groups. */
@ApplicationScoped
public class GroupService {
    private static final int DESCRIPTION_CHARS_MAX = 1_000;

    private final GroupStore store;
    private final Changes changes;

    GroupService(GroupStore store, Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    @Transactional
    Page<ToolGroup> list(PageRequest page, @Nullable String search) {
        return store.list(page, search);
    }

    @Transactional
    ToolGroup get(UUID id) {
        return store.find(id).orElseThrow(Refused::notFound).toApi();
    }

    /** Which of the groups there are. */
    public Set<UUID> existing(Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : store.existing(ids);
    }

    ToolGroup create(NewToolGroup wanted) {
        validate(wanted);
        return changes.make(change -> {
                    GroupRow row = new GroupRow();
                    write(wanted, row);
                    store.add(row);
                    change.put(row.toConfig(change.tenant()));
                    return row;
                })
                .toApi();
    }

    ToolGroup update(UUID id, NewToolGroup wanted, Precondition precondition) {
        validate(wanted);
        return changes.make(change -> {
                    GroupRow row = store.find(id).orElseThrow(Refused::notFound);
                    precondition.check(row.version());
                    write(wanted, row);
                    change.put(row.toConfig(change.tenant()));
                    return row;
                })
                .toApi();
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
        row.patterns = List.copyOf(wanted.patterns());
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
