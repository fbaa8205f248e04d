package dev.tollgate.control.environment;

import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.NewEnvironment;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.config.ConfigKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of environments. */
@ApplicationScoped
public class EnvironmentService {
    private static final int DESCRIPTION_CHARS_MAX = 1_000;

    private final EnvironmentStore store;
    private final Changes changes;

    EnvironmentService(EnvironmentStore store, Changes changes) {
        this.store = store;
        this.changes = changes;
    }

    @Transactional
    Page<Environment> list(PageRequest page, @Nullable String search) {
        return store.list(page, search);
    }

    @Transactional
    Environment get(UUID id) {
        return store.find(id).orElseThrow(Refused::notFound).toApi();
    }

    /** The environment that another resource wants to refer to. */
    public Optional<EnvironmentRow> find(UUID id) {
        return store.find(id);
    }

    Environment create(NewEnvironment wanted) {
        validate(wanted);
        return changes.make(change -> {
                    EnvironmentRow row = new EnvironmentRow();
                    row.name = wanted.name();
                    row.description = wanted.description();
                    store.add(row);
                    change.put(row.toConfig(change.tenant()));
                    return row;
                })
                .toApi();
    }

    /** The name stays: it is part of every key of the environment. */
    Environment update(UUID id, NewEnvironment wanted, Precondition precondition) {
        validate(wanted);
        return changes.make(change -> {
                    EnvironmentRow row = store.find(id).orElseThrow(Refused::notFound);
                    precondition.check(row.version());
                    if (!row.name.equals(wanted.name())) {
                        throw Refused.invalid("name", "stays as it is: it is part of the environment's keys");
                    }
                    row.description = wanted.description();
                    return row;
                })
                .toApi();
    }

    void delete(UUID id, Precondition precondition) {
        changes.make(change -> {
            EnvironmentRow row = store.find(id).orElseThrow(Refused::notFound);
            precondition.check(row.version());
            store.remove(row);
            change.remove(ConfigKind.ENVIRONMENT, id);
            return row;
        });
    }

    private static void validate(NewEnvironment wanted) {
        FieldErrors errors = new FieldErrors();
        errors.slug("name", wanted.name());
        errors.optionalText("description", wanted.description(), DESCRIPTION_CHARS_MAX);
        errors.throwIfAny();
    }
}
