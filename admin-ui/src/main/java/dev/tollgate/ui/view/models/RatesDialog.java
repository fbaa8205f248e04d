package dev.tollgate.ui.view.models;

import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.NewModelVersion;
import dev.tollgate.model.price.ModelRates;
import dev.tollgate.model.price.ModelVersion;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.Texts;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives a model other rates, now or from a day on. */
final class RatesDialog {
    private final TollgateApi api;
    private final Model model;
    private final Runnable changed;
    private final RateFields rates;
    private final FormDialog dialog;

    RatesDialog(TollgateApi api, Model model, Runnable changed) {
        this.api = api;
        this.model = model;
        this.changed = changed;
        FormFields fields = new FormFields();
        rates = new RateFields(fields);
        newest(model).ifPresent(rates::show);
        dialog = new FormDialog(
                        "Rates of " + model.name(),
                        "What its provider takes, in US dollars.",
                        "Set rates",
                        fields,
                        form -> rates.read().ifPresent(this::send))
                .with(rates.all());
    }

    /** Who changes rates goes on from what was said of them last. */
    private static Optional<ModelRates> newest(Model model) {
        return model.upcoming().isEmpty()
                ? Optional.ofNullable(model.current()).map(ModelVersion::rates)
                : Optional.of(model.upcoming().getLast().rates());
    }

    void open() {
        dialog.open();
    }

    private void send(ModelRates wanted) {
        @Nullable Instant begins = rates.begins();
        api.addModelVersion(model.id(), IfMatch.version(model.version()), new NewModelVersion(wanted, begins));
        dialog.close();
        Notices.done("A million tokens of " + model.name() + " cost " + ModelWords.rates(wanted)
                + (begins == null ? " now." : " from " + Texts.minute(begins) + " on."));
        changed.run();
    }
}
