package dev.tollgate.ui.view.groups;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import dev.tollgate.model.api.Attachments;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.Keyset;
import dev.tollgate.ui.client.Target;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import org.jspecify.annotations.Nullable;

/** Attaches a group to keys and subjects of any kind, and to none but those that are chosen. */
final class AttachDialog {
    static final String TO = "group-attachments";

    private final TollgateApi api;
    private final ToolGroup group;
    private final Runnable changed;
    private final FormFields fields = new FormFields();
    private final MultiSelectComboBox<Target> to = fields.add("to", new MultiSelectComboBox<>("Attached to"));
    private final FormDialog dialog;
    private String searched = "";
    private @Nullable Keyset<Target> found;

    AttachDialog(TollgateApi api, ToolGroup group, Runnable changed) {
        this.api = api;
        this.group = group;
        this.changed = changed;
        to.setId(TO);
        to.setItemLabelGenerator(AttachmentWords::choice);
        to.setItems(query -> found(query.getFilter().orElse("")).rows(query.getOffset(), query.getLimit()));
        to.setPlaceholder("Search tiers, customers, teams, users, services, model providers and keys");
        to.setHelperText("Every key below one of them sees the tools of the group.");
        to.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        to.setValue(AttachmentWords.read(api, group));
        dialog = new FormDialog(
                "Attach " + group.name(),
                "Keys see the union of all groups that are attached to them, to their owner, to what the owner stands"
                        + " under, and to the model provider that they name.",
                "Save",
                fields,
                form -> send());
        dialog.with(to);
    }

    void open() {
        dialog.open();
        to.focus();
    }

    private Keyset<Target> found(String filter) {
        Keyset<Target> rows = found;
        if (rows == null || !filter.equals(searched)) {
            rows = new Keyset<>((limit, cursor) -> Target.page(api, filter.isBlank() ? null : filter, limit, cursor));
            found = rows;
            searched = filter;
        }
        return rows;
    }

    private void send() {
        fields.clear();
        Attachments wanted =
                new Attachments(to.getValue().stream().map(Target::ref).sorted().toList());
        api.attachGroup(group.id(), IfMatch.version(group.version()), wanted);
        dialog.close();
        Notices.done("The group " + group.name() + " is attached to "
                + (wanted.to().size() == 1 ? "1 key or subject." : wanted.to().size() + " keys and subjects."));
        changed.run();
    }
}
