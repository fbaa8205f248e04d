package dev.tollgate.control.model;

import dev.tollgate.control.publish.Change;
import dev.tollgate.control.web.NextVersion;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.config.ModelConfig;
import dev.tollgate.model.id.ModelId;
import dev.tollgate.model.price.ModelRates;
import dev.tollgate.model.price.ModelVersion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The versions of models' rates, of which gateways are told the one that holds and those to come. */
@ApplicationScoped
class ModelVersions {
    private final ModelStore store;

    ModelVersions(ModelStore store) {
        this.store = store;
    }

    /** The first version of a model that is new. */
    void first(ModelRow row, ModelRates rates, Instant from) {
        row.latest = 1;
        store.add(row);
        store.add(version(row, rates, from));
    }

    /**
     * Another version.
     *
     * @param wanted from when on; absent for at once
     * @throws Refused if it begins no later than the one before, or is one too many
     */
    void add(ModelRow row, ModelRates rates, @Nullable Instant wanted, Instant now) {
        if (store.versionCount(row.id) >= ModelRules.VERSIONS_MAX) {
            throw Refused.invalid(
                    "rates", "have " + ModelRules.VERSIONS_MAX + " versions already; delete the model and set it anew");
        }
        Instant from = NextVersion.begins(
                standing(row, now).stream().map(each -> each.effectiveFrom).toList(), wanted, now);
        row.latest++;
        store.add(version(row, rates, from));
    }

    private static ModelVersionRow version(ModelRow row, ModelRates rates, Instant from) {
        ModelVersionRow version = new ModelVersionRow();
        version.modelId = row.id;
        version.number = row.latest;
        version.effectiveFrom = from.truncatedTo(ChronoUnit.MICROS);
        version.says(rates);
        return version;
    }

    /**
     * Takes back what is to come.
     *
     * @throws Refused if there is no such version, or it holds
     */
    void withdraw(ModelRow row, long number, Instant now) {
        ModelVersionRow version = store.version(row.id, number)
                .filter(found -> found.withdrawnAt == null)
                .orElseThrow(Refused::notFound);
        if (!version.effectiveFrom.isAfter(now)) {
            throw new Refused(new Refusal.WrongState("Version " + number + " holds since " + version.effectiveFrom
                    + ", and calls' tokens were priced by it. Add a version with other rates instead."));
        }
        version.withdrawnAt = now;
        store.changed(row);
    }

    /** The one that holds, if one does, and those to come. */
    List<ModelVersionRow> standing(ModelRow row, Instant now) {
        return store.standing(List.of(row.id), now).getOrDefault(row.id, List.of());
    }

    void publish(Change change, ModelRow row, Instant now) {
        List<ModelVersion> versions =
                standing(row, now).stream().map(ModelVersionRow::toModel).toList();
        change.put(new ModelConfig(
                change.tenant(), new ModelId(row.id), row.name, row.encoding(), row.standard, versions));
    }
}
