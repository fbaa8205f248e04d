package dev.tollgate.ui.view.keys;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.tollgate.model.api.BulkRevoke;
import dev.tollgate.model.api.RevokedKeys;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.ui.client.IdempotencyKey;
import dev.tollgate.ui.client.Keyset;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Lines;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.SubjectPicker;
import dev.tollgate.ui.view.layout.SubjectWords;
import dev.tollgate.ui.view.layout.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Revokes many keys, by owner, label or id, and says before how many they are. */
final class BulkRevokeDialog {
    static final String BY = "bulk-revoke-by";
    static final String OWNER = "bulk-revoke-owner";
    static final String LABEL = "bulk-revoke-label";
    static final String IDS = "bulk-revoke-ids";
    static final String REASON = "bulk-revoke-reason";
    static final String COUNT = "bulk-revoke-count";

    enum By {
        OWNER("all keys of an owner"),
        LABEL("all keys with a label"),
        IDS("keys by their ids");

        private final String label;

        By(String label) {
            this.label = label;
        }
    }

    private final TollgateApi api;
    private final Runnable changed;
    private final IdempotencyKey idempotency = new IdempotencyKey();
    private final FormFields fields = new FormFields();
    private final Select<By> by = new Select<>();
    private final SubjectPicker owner;
    private final TextField label = fields.add("label", new TextField("Label"));
    private final TextArea ids = fields.add("ids", new TextArea("Key ids"));
    private final TextArea reason = fields.add("reason", new TextArea("Reason (optional)"));
    private final Span count = new Span();
    private final FormDialog dialog;

    BulkRevokeDialog(TollgateApi api, @Nullable Subject first, Runnable changed) {
        this.api = api;
        this.changed = changed;
        owner = fields.add("owner", new SubjectPicker(api).of(SubjectWords.OWNERS));
        describe();
        dialog = new FormDialog(
                "Revoke many keys",
                "Every gateway refuses them within a second, for good. All are revoked, or none.",
                "Revoke for good",
                fields,
                form -> send());
        dialog.asDanger().with(by, owner, label, ids, reason, count);
        by.setValue(By.OWNER);
        if (first != null) {
            owner.setValue(first);
        }
    }

    void open() {
        dialog.open();
    }

    private void describe() {
        by.setId(BY);
        by.setLabel("Revoke");
        by.setItems(By.values());
        by.setItemLabelGenerator(value -> value.label);
        owner.setId(OWNER);
        owner.setLabel("Owner");
        label.setId(LABEL);
        label.setPlaceholder("name:value");
        label.setValueChangeMode(ValueChangeMode.LAZY);
        ids.setId(IDS);
        ids.setHelperText(
                "One a line: the twelve characters in the middle of a key. At most " + BulkRevoke.IDS_MAX + ".");
        reason.setId(REASON);
        reason.setHelperText("Stays with each key and in the record of who did it.");
        count.setId(COUNT);
        count.addClassName("warn-box");
        count.getElement().setAttribute("role", "status");
        by.addValueChangeListener(event -> lay());
        owner.addValueChangeListener(event -> tell());
        label.addValueChangeListener(event -> tell());
        ids.addValueChangeListener(event -> tell());
    }

    private void lay() {
        owner.setVisible(by.getValue() == By.OWNER);
        label.setVisible(by.getValue() == By.LABEL);
        ids.setVisible(by.getValue() == By.IDS);
        tell();
    }

    private void tell() {
        int keys = switch (by.getValue()) {
            case OWNER -> owner.ref().map(ref -> living(ref, null)).orElse(0);
            case LABEL -> isLabel() ? living(null, label.getValue().strip()) : 0;
            case IDS -> Lines.of(ids.getValue()).size();
        };
        count.setText(keys == 1 ? "1 key is chosen." : Texts.count(keys) + " keys are chosen.");
    }

    private boolean isLabel() {
        return label.getValue().indexOf(':') > 0;
    }

    private int living(@Nullable String ofOwner, @Nullable String withLabel) {
        List<VirtualKey> keys =
                Keyset.all((limit, cursor) -> api.keys(null, null, null, ofOwner, withLabel, limit, cursor));
        return (int) keys.stream()
                .filter(key -> key.state() != VirtualKey.State.REVOKED)
                .count();
    }

    private void send() {
        fields.clear();
        String why = reason.getValue().strip();
        @Nullable String words = why.isEmpty() ? null : why;
        switch (by.getValue()) {
            case OWNER ->
                owner.ref()
                        .ifPresentOrElse(
                                ref -> revoke(new BulkRevoke(null, ref, null, words)),
                                () -> fields.refuse("owner", "Choose whose keys."));
            case LABEL -> {
                if (isLabel()) {
                    revoke(new BulkRevoke(null, null, label.getValue().strip(), words));
                } else {
                    fields.refuse("label", "A label is written as name:value.");
                }
            }
            case IDS -> {
                List<String> chosen = Lines.of(ids.getValue());
                if (chosen.isEmpty()) {
                    fields.refuse("ids", "Write at least one id.");
                } else {
                    revoke(new BulkRevoke(chosen, null, null, words));
                }
            }
        }
    }

    private void revoke(BulkRevoke wanted) {
        RevokedKeys done = api.revokeKeys(idempotency.forBody(wanted), wanted);
        dialog.close();
        int keys = done.revoked().size();
        Notices.done(keys == 1 ? "1 key is revoked." : Texts.count(keys) + " keys are revoked.");
        changed.run();
    }
}
