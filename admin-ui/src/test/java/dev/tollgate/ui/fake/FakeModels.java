package dev.tollgate.ui.fake;

import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.ModelNaming;
import dev.tollgate.model.api.NewModel;
import dev.tollgate.model.api.NewModelVersion;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.WithdrawModelVersion;
import dev.tollgate.model.price.ModelVersion;
import dev.tollgate.ui.client.TollgateApi;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Models in memory. */
interface FakeModels extends TollgateApi {
    FakeContent content();

    @Override
    default Page<Model> models(@Nullable String search, int limit, @Nullable String cursor) {
        String text = search == null ? "" : search;
        return content()
                .page(
                        content().models.stream()
                                .filter(model -> model.name().contains(text))
                                .toList(),
                        limit,
                        cursor);
    }

    @Override
    default Model createModel(String idempotencyKey, NewModel wanted) {
        FakeContent.refuseTaken(wanted.name());
        Instant from = wanted.effectiveFrom();
        ModelVersion first = new ModelVersion(1, from == null ? Instant.now() : from, wanted.rates());
        Model made = new Model(
                UUID.randomUUID(),
                wanted.name(),
                wanted.encoding(),
                Boolean.TRUE.equals(wanted.standard()),
                from == null ? first : null,
                from == null ? List.of() : List.of(first),
                Instant.now(),
                1);
        content().models.add(made);
        return content().answer(made);
    }

    @Override
    default Model replaceModel(UUID id, String ifMatch, ModelNaming wanted) {
        FakeContent.refuseTaken(wanted.name());
        Model old = existing(id, ifMatch);
        boolean standard = Boolean.TRUE.equals(wanted.standard());
        return content()
                .swap(
                        content().models,
                        old,
                        new Model(
                                id,
                                wanted.name(),
                                wanted.encoding(),
                                standard,
                                old.current(),
                                old.upcoming(),
                                old.createdAt(),
                                old.version() + 1));
    }

    @Override
    default Model addModelVersion(UUID id, String ifMatch, NewModelVersion wanted) {
        Model old = existing(id, ifMatch);
        Instant from = wanted.effectiveFrom();
        if (from == null) {
            return with(old, new ModelVersion(old.version() + 1, Instant.now(), wanted.rates()), old.upcoming());
        }
        List<ModelVersion> upcoming = new ArrayList<>(old.upcoming());
        upcoming.add(new ModelVersion(old.version() + 1, from, wanted.rates()));
        return with(old, old.current(), upcoming);
    }

    @Override
    default Model withdrawModelVersion(UUID id, String ifMatch, WithdrawModelVersion wanted) {
        Model old = existing(id, ifMatch);
        return with(
                old,
                old.current(),
                old.upcoming().stream()
                        .filter(version -> !Objects.equals(version.version(), wanted.number()))
                        .toList());
    }

    private Model with(Model old, @Nullable ModelVersion current, List<ModelVersion> upcoming) {
        return content()
                .swap(
                        content().models,
                        old,
                        new Model(
                                old.id(),
                                old.name(),
                                old.encoding(),
                                old.standard(),
                                current,
                                upcoming,
                                old.createdAt(),
                                old.version() + 1));
    }

    private Model existing(UUID id, String ifMatch) {
        Model old = FakeContent.one(content().models, Model::id, id);
        FakeContent.precondition(ifMatch, old.version());
        return old;
    }

    @Override
    default void deleteModel(UUID id, String ifMatch) {
        content().models.remove(existing(id, ifMatch));
    }
}
