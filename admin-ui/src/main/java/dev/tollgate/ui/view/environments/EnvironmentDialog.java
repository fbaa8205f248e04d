package dev.tollgate.ui.view.environments;

import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.NewEnvironment;
import dev.tollgate.ui.client.IdempotencyKey;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import java.util.Optional;

/** Creates an environment or changes one. */
final class EnvironmentDialog {
    static final String NAME = "environment-name";
    static final String DESCRIPTION = "environment-description";

    private final TollgateApi api;
    private final Runnable changed;
    private final Optional<Environment> current;
    private final IdempotencyKey idempotency = new IdempotencyKey();
    private final FormFields fields = new FormFields();
    private final TextField name = fields.add("name", new TextField("Name"));
    private final TextField description = fields.add("description", new TextField("Description (optional)"));
    private final FormDialog dialog;

    EnvironmentDialog(TollgateApi api, Runnable changed, Optional<Environment> current) {
        this.api = api;
        this.changed = changed;
        this.current = current;
        name.setId(NAME);
        name.setHelperText("1 to 32 characters of a-z, 0-9 and -. It is part of every key of the environment.");
        description.setId(DESCRIPTION);
        current.ifPresent(one -> {
            name.setValue(one.name());
            description.setValue(Optional.ofNullable(one.description()).orElse(""));
        });
        dialog = new FormDialog(
                current.map(one -> "Edit " + one.name()).orElse("Create an environment"),
                "Servers and keys of one environment see nothing of another.",
                current.isPresent() ? "Save" : "Create",
                fields,
                form -> send());
        dialog.with(name, description);
    }

    void open() {
        dialog.open();
        name.focus();
    }

    private void send() {
        fields.clear();
        if (!fields.slug("name", name.getValue().strip())) {
            return;
        }
        NewEnvironment wanted = new NewEnvironment(
                name.getValue().strip(),
                description.getValue().isBlank() ? null : description.getValue().strip());
        current.ifPresentOrElse(
                old -> api.replaceEnvironment(old.id(), IfMatch.version(old.version()), wanted),
                () -> api.createEnvironment(idempotency.forBody(wanted), wanted));
        dialog.close();
        Notices.done("The environment " + wanted.name() + (current.isPresent() ? " is saved." : " is created."));
        changed.run();
    }
}
