package dev.tollgate.ui.view.models;

import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.ModelNaming;
import dev.tollgate.model.api.NewModel;
import dev.tollgate.model.price.ModelRates;
import dev.tollgate.ui.client.IdempotencyKey;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;

/** Adds a model with its first rates, or changes what of one has no versions. */
final class ModelDialog {
    private final TollgateApi api;
    private final Runnable changed;
    private final IdempotencyKey idempotency = new IdempotencyKey();
    private final FormFields fields = new FormFields();
    private final NameFields names = new NameFields(fields);
    private final FormDialog dialog;

    private ModelDialog(TollgateApi api, Runnable changed) {
        this.api = api;
        this.changed = changed;
        RateFields rates = new RateFields(fields);
        dialog = new FormDialog(
                        "Add a model",
                        "What its provider takes, in US dollars. Tokens are counted for agents from the first model on.",
                        "Add model",
                        fields,
                        form -> rates.read().ifPresent(read -> add(read, rates)))
                .with(names.all())
                .with(rates.all());
    }

    private ModelDialog(TollgateApi api, Model model, Runnable changed) {
        this.api = api;
        this.changed = changed;
        dialog = new FormDialog(
                        "Edit " + model.name(),
                        "Calls that were made keep the name and the counts that they have.",
                        "Save",
                        fields,
                        form -> save(model))
                .with(names.all());
        names.show(model);
    }

    /** @param first whether there is none yet: the first is the standard one, unless somebody says otherwise */
    static void add(TollgateApi api, boolean first, Runnable changed) {
        ModelDialog one = new ModelDialog(api, changed);
        one.names.standard(first);
        one.open();
    }

    static void edit(TollgateApi api, Model model, Runnable changed) {
        new ModelDialog(api, model, changed).open();
    }

    private void open() {
        dialog.open();
        names.focus();
    }

    private void add(ModelRates rates, RateFields read) {
        ModelNaming naming = names.read();
        NewModel wanted = new NewModel(naming.name(), naming.encoding(), naming.standard(), rates, read.begins());
        api.createModel(idempotency.forBody(wanted), wanted);
        finish("The model " + naming.name() + " is added.");
    }

    private void save(Model model) {
        fields.clear();
        ModelNaming naming = names.read();
        api.replaceModel(model.id(), IfMatch.version(model.version()), naming);
        finish("The model " + naming.name() + " is saved.");
    }

    private void finish(String message) {
        dialog.close();
        Notices.done(message);
        changed.run();
    }
}
