package dev.tollgate.control.model;

import dev.tollgate.model.price.ModelVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** By which rates a call's tokens were priced, also after their model is gone. */
@ApplicationScoped
public class ModelBook {
    private final ModelStore store;

    ModelBook(ModelStore store) {
        this.store = store;
    }

    @Transactional
    public Optional<ModelVersion> version(UUID model, long number) {
        return store.version(model, number).map(ModelVersionRow::toModel);
    }
}
