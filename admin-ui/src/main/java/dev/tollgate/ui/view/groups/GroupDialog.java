package dev.tollgate.ui.view.groups;

import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.NewToolGroup;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.ui.client.IdempotencyKey;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.client.ToolCatalog;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.PatternsField;
import dev.tollgate.ui.view.layout.ToolModeField;
import java.util.Optional;

/** Creates a group or changes one. */
final class GroupDialog {
    static final String NAME = "group-name";
    static final String DESCRIPTION = "group-description";
    static final String TOOL_MODE = "group-tool-mode";
    static final String MODE_UNSAID = "as the servers and the settings say";

    private final TollgateApi api;
    private final Runnable changed;
    private final Optional<ToolGroup> current;
    private final IdempotencyKey idempotency = new IdempotencyKey();
    private final FormFields fields = new FormFields();
    private final TextField name = fields.add("name", new TextField("Name"));
    private final TextField description = fields.add("description", new TextField("Description (optional)"));
    private final PatternsField patterns;
    private final ToolModeField toolMode;
    private final FormDialog dialog;

    GroupDialog(TollgateApi api, Runnable changed, Optional<ToolGroup> current) {
        this.api = api;
        this.changed = changed;
        this.current = current;
        patterns = new PatternsField(fields, "patterns", "Tools in this group", ToolCatalog.read(api));
        name.setId(NAME);
        name.setHelperText("1 to 32 characters of a-z, 0-9 and -.");
        description.setId(DESCRIPTION);
        toolMode = fields.add(
                "toolMode",
                new ToolModeField(
                        TOOL_MODE,
                        MODE_UNSAID,
                        "To keys that do not say themselves. Of several groups of a tool the most direct way holds."));
        current.ifPresent(group -> {
            name.setValue(group.name());
            description.setValue(Optional.ofNullable(group.description()).orElse(""));
            patterns.setValue(group.patterns());
            toolMode.setValue(group.toolMode());
        });
        dialog = new FormDialog(
                current.map(group -> "Edit " + group.name()).orElse("Create a tool group"),
                "A key with this group sees every approved tool that a pattern matches, also tools that appear later.",
                current.isPresent() ? "Save" : "Create",
                fields,
                form -> send());
        dialog.with(name, description, patterns, toolMode);
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
        NewToolGroup wanted = new NewToolGroup(
                name.getValue().strip(),
                description.getValue().isBlank() ? null : description.getValue().strip(),
                patterns.value(),
                toolMode.getValue());
        current.ifPresentOrElse(
                old -> api.replaceGroup(old.id(), IfMatch.version(old.version()), wanted),
                () -> api.createGroup(idempotency.forBody(wanted), wanted));
        dialog.close();
        Notices.done("The group " + wanted.name() + (current.isPresent() ? " is saved." : " is created."));
        changed.run();
    }
}
