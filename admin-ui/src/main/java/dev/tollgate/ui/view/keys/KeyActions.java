package dev.tollgate.ui.view.keys;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.RevokeKey;
import dev.tollgate.model.api.RotateKey;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.ui.client.IdempotencyKey;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.Lookup;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.Rights;
import java.time.Duration;
import java.util.Optional;

/** What can be done with a key. */
final class KeyActions {
    static final String OVERLAP = "key-overlap";
    static final String REASON = "key-revoke-reason";

    enum Overlap {
        NONE("The old secret ends at once", Duration.ZERO),
        HOUR("The old one works for another hour", Duration.ofHours(1)),
        DAY("The old one works for another day", Duration.ofDays(1)),
        WEEK("The old one works for another week", Duration.ofDays(7));

        private final String label;
        private final Duration time;

        Overlap(String label, Duration time) {
            this.label = label;
            this.time = time;
        }
    }

    private final TollgateApi api;
    private final Rights rights;
    private final String gatewayUrl;
    private final Runnable changed;

    KeyActions(TollgateApi api, Rights rights, String gatewayUrl, Runnable changed) {
        this.api = api;
        this.rights = rights;
        this.gatewayUrl = gatewayUrl;
        this.changed = changed;
    }

    boolean allowed() {
        return rights.changeKeys();
    }

    boolean allowedOn(VirtualKey key) {
        return allowed() && key.state() != VirtualKey.State.REVOKED;
    }

    void create(Lookup lookup) {
        new KeyDialog(api, lookup, Optional.empty(), this::showSecret, changed).open();
    }

    void createMany(Lookup lookup) {
        new BulkIssueDialog(api, lookup, issued -> {
                    changed.run();
                    new SecretsDialog(issued).open();
                })
                .open();
    }

    /**
     * @param owner whose keys are proposed; absent for nobody's
     */
    void revokeMany(Optional<Subject> owner) {
        new BulkRevokeDialog(api, owner.orElse(null), changed).open();
    }

    void edit(VirtualKey key, Lookup lookup) {
        new KeyDialog(api, lookup, Optional.of(key), this::showSecret, changed).open();
    }

    void rotate(VirtualKey key) {
        FormFields fields = new FormFields();
        Select<Overlap> overlap = fields.add("overlapSeconds", new Select<>());
        overlap.setId(OVERLAP);
        overlap.setLabel("Overlap");
        overlap.setItems(Overlap.values());
        overlap.setItemLabelGenerator(value -> value.label);
        overlap.setValue(Overlap.DAY);
        overlap.setHelperText("Time to bring the new secret to the agent. Take none if the old one leaked.");
        IdempotencyKey idempotency = new IdempotencyKey();
        FormDialog dialog = new FormDialog(
                "Rotate " + key.name(),
                "Gives the key a new secret. What it may see stays as it is.",
                "Rotate",
                fields,
                form -> {
                    RotateKey rotation = new RotateKey(overlap.getValue().time.toSeconds());
                    IssuedKey issued = api.rotateKey(
                            key.id(), IfMatch.version(key.version()), idempotency.forBody(rotation), rotation);
                    form.close();
                    changed.run();
                    showSecret(issued);
                });
        dialog.with(overlap).open();
    }

    void revoke(VirtualKey key) {
        FormFields fields = new FormFields();
        TextArea reason = fields.add("reason", new TextArea("Reason (optional)"));
        reason.setId(REASON);
        reason.setHelperText("Stays with the key and in the record of who did it.");
        FormDialog dialog = new FormDialog(
                "Revoke " + key.name() + "?",
                "Every gateway refuses it within a second, for good. Calls that are under way finish.",
                "Revoke for good",
                fields,
                form -> {
                    String text = reason.getValue().strip();
                    api.revokeKey(
                            key.id(), IfMatch.version(key.version()), new RevokeKey(text.isEmpty() ? null : text));
                    form.close();
                    Notices.done("The key " + key.name() + " is revoked.");
                    changed.run();
                });
        dialog.asDanger().with(reason).open();
    }

    Button button(String id, String text, Runnable action) {
        Button button = new Button(text, event -> action.run());
        button.setId(id);
        return button;
    }

    private void showSecret(IssuedKey issued) {
        new SecretDialog(issued, gatewayUrl).open();
    }
}
