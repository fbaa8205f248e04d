package dev.tollgate.control.model;

import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.publish.Renewable;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.ModelNaming;
import dev.tollgate.model.api.NewModel;
import dev.tollgate.model.api.NewModelVersion;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.price.ModelVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rules of models. */
@ApplicationScoped
class ModelService implements Renewable {
    private final ModelStore store;
    private final ModelVersions versions;
    private final Changes changes;

    ModelService(ModelStore store, ModelVersions versions, Changes changes) {
        this.store = store;
        this.versions = versions;
        this.changes = changes;
    }

    @Transactional
    Page<Model> list(PageRequest page, @Nullable String search) {
        Page<ModelRow> rows = store.list(page, search);
        Instant now = Times.now();
        Map<UUID, List<ModelVersionRow>> standing =
                store.standing(rows.items().stream().map(row -> row.id).toList(), now);
        List<Model> models = rows.items().stream()
                .map(row -> view(row, standing.getOrDefault(row.id, List.of()), now))
                .toList();
        return new Page<>(models, rows.nextCursor());
    }

    @Transactional
    Model get(UUID id) {
        return view(existing(id));
    }

    @Transactional
    Page<ModelVersion> versions(UUID id, PageRequest page) {
        Page<ModelVersionRow> rows = store.versions(existing(id).id, page);
        return new Page<>(rows.items().stream().map(ModelVersionRow::toModel).toList(), rows.nextCursor());
    }

    @Transactional
    Model create(NewModel wanted) {
        ModelNaming naming = new ModelNaming(wanted.name(), wanted.encoding(), wanted.standard());
        Instant now = Times.now();
        FieldErrors errors = new FieldErrors();
        ModelRules.check(errors, naming);
        ModelRules.check(errors, wanted.rates(), wanted.effectiveFrom(), now);
        errors.throwIfAny();
        return view(changes.make(change -> {
            if (store.count() >= ModelRules.MODELS_MAX) {
                throw new Refused(new Refusal.WrongState("There are " + ModelRules.MODELS_MAX
                        + " models already, which is the most. Delete one first."));
            }
            ModelRow row = new ModelRow();
            write(naming, row, change, now);
            versions.first(row, wanted.rates(), wanted.effectiveFrom() == null ? now : wanted.effectiveFrom());
            versions.publish(change, row, now);
            return row;
        }));
    }

    @Transactional
    Model update(UUID id, ModelNaming wanted, Precondition precondition) {
        FieldErrors errors = new FieldErrors();
        ModelRules.check(errors, wanted);
        errors.throwIfAny();
        return view(changes.make(change -> {
            ModelRow row = existing(id);
            precondition.check(row.version());
            Instant now = Times.now();
            write(wanted, row, change, now);
            versions.publish(change, row, now);
            return row;
        }));
    }

    /** A model that becomes the standard one takes that from the other, before it has it itself. */
    private void write(ModelNaming wanted, ModelRow row, Change change, Instant now) {
        boolean standard = Boolean.TRUE.equals(wanted.standard());
        if (standard && !row.standard) {
            store.standard().ifPresent(other -> {
                other.standard = false;
                store.write();
                versions.publish(change, other, now);
            });
        }
        row.name = wanted.name();
        row.encoding = wanted.encoding().toString();
        row.standard = standard;
    }

    /** Other rates, from a time on that lies behind all that were said before. */
    @Transactional
    Model add(UUID id, NewModelVersion wanted, Precondition precondition) {
        Instant now = Times.now();
        FieldErrors errors = new FieldErrors();
        ModelRules.check(errors, wanted.rates(), wanted.effectiveFrom(), now);
        errors.throwIfAny();
        return view(changes.make(change -> {
            ModelRow row = existing(id);
            precondition.check(row.version());
            versions.add(row, wanted.rates(), wanted.effectiveFrom(), now);
            versions.publish(change, row, now);
            return row;
        }));
    }

    @Transactional
    Model withdraw(UUID id, @Nullable Long wanted, Precondition precondition) {
        if (wanted == null) {
            throw Refused.invalid("number", "must be given");
        }
        long number = wanted;
        return view(changes.make(change -> {
            ModelRow row = existing(id);
            precondition.check(row.version());
            Instant now = Times.now();
            versions.withdraw(row, number, now);
            versions.publish(change, row, now);
            return row;
        }));
    }

    @Transactional
    void delete(UUID id, Precondition precondition) {
        changes.make(change -> {
            ModelRow row = existing(id);
            precondition.check(row.version());
            store.remove(row);
            change.remove(ConfigKind.MODEL, id);
            return row;
        });
    }

    @Override
    public void publishAll(Change change) {
        Instant now = Times.now();
        store.all().forEach(row -> versions.publish(change, row, now));
    }

    private ModelRow existing(UUID id) {
        return store.find(id).orElseThrow(Refused::notFound);
    }

    private Model view(ModelRow row) {
        Instant now = Times.now();
        return view(row, versions.standing(row, now), now);
    }

    private static Model view(ModelRow row, List<ModelVersionRow> standing, Instant now) {
        List<ModelVersion> known =
                standing.stream().map(ModelVersionRow::toModel).toList();
        return new Model(
                row.id,
                row.name,
                row.encoding(),
                row.standard,
                known.stream()
                        .filter(version -> !version.effectiveFrom().isAfter(now))
                        .findFirst()
                        .orElse(null),
                known.stream()
                        .filter(version -> version.effectiveFrom().isAfter(now))
                        .toList(),
                row.createdAt(),
                row.version());
    }
}
