package dev.tollgate.ui.view.keys;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.IssuedKey;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.ui.client.IdempotencyKey;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.Lookup;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.client.ToolCatalog;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.PatternsField;
import dev.tollgate.ui.view.layout.SubjectPicker;
import dev.tollgate.ui.view.layout.SubjectWords;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Issues a key, or changes what one may see. */
final class KeyDialog {
    static final String NAME = "key-name";
    static final String ENVIRONMENT = "key-environment";
    static final String OWNER = "key-owner";
    static final String GROUPS = "key-groups";

    private final TollgateApi api;
    private final Optional<VirtualKey> current;
    private final Consumer<IssuedKey> issued;
    private final Runnable changed;
    private final IdempotencyKey idempotency = new IdempotencyKey();
    private final FormFields fields = new FormFields();
    private final TextField name = fields.add("name", new TextField("Name"));
    private final Select<Environment> environment = fields.add("environmentId", new Select<>());
    private final SubjectPicker owner;
    private final MultiSelectComboBox<ToolGroup> groups =
            fields.add("groupIds", new MultiSelectComboBox<>("Tool groups"));
    private final PatternsField grants;
    private final ExpiryField expiry = new ExpiryField(fields);
    private final KeyLimits limits;
    private final FormDialog dialog;
    private @Nullable Instant firstSentAt;

    KeyDialog(
            TollgateApi api,
            Lookup lookup,
            Optional<VirtualKey> current,
            Consumer<IssuedKey> issued,
            Runnable changed) {
        this.api = api;
        this.current = current;
        this.issued = issued;
        this.changed = changed;
        grants = new PatternsField(
                fields, "grants", "Further tools of this key alone (optional)", ToolCatalog.read(api));
        owner = fields.add("owner", new SubjectPicker(api).of(SubjectWords.OWNERS));
        limits = new KeyLimits(api, fields);
        describe(lookup);
        current.ifPresent(key -> show(key, lookup));
        dialog = new FormDialog(
                current.map(key -> "Edit " + key.name()).orElse("Issue a key"),
                "One key for one agent. It sees the approved tools of its environment that its own patterns, its groups and"
                        + " those of its owner grant, and nothing else.",
                current.isPresent() ? "Save" : "Issue key",
                fields,
                form -> send());
        dialog.with(name, environment, owner, groups, grants, expiry, limits);
    }

    void open() {
        dialog.open();
        name.focus();
    }

    private void describe(Lookup lookup) {
        name.setId(NAME);
        name.setHelperText("Whom or what it is for, such as “support bot”.");
        environment.setId(ENVIRONMENT);
        environment.setLabel("Environment");
        environment.setItems(lookup.environments());
        environment.setItemLabelGenerator(Environment::name);
        lookup.environments().stream().findFirst().ifPresent(environment::setValue);
        owner.setId(OWNER);
        owner.setLabel("Owner");
        owner.setPlaceholder("the service default");
        owner.setHelperText("The customer, team, user or service that it belongs to. It ends with its owner.");
        groups.setId(GROUPS);
        groups.setItems(lookup.groups());
        groups.setItemLabelGenerator(ToolGroup::name);
        groups.setHelperText(
                lookup.groups().isEmpty()
                        ? "There is no group yet. You can grant tools to this key alone below."
                        : "For this key alone; those of its owner count too.");
    }

    private void show(VirtualKey key, Lookup lookup) {
        name.setValue(key.name());
        lookup.environment(key.environmentId()).ifPresent(environment::setValue);
        environment.setReadOnly(true);
        environment.setHelperText("A key stays in the environment that its text names.");
        groups.setValue(lookup.groups().stream()
                .filter(group -> key.groupIds().contains(group.id()))
                .toList());
        grants.setValue(key.grants());
        owner.setValue(api.subject(key.owner()));
        expiry.show(key.expiresAt());
        limits.show(key);
    }

    private void send() {
        fields.clear();
        if (!isComplete()) {
            return;
        }
        if (firstSentAt == null) {
            // Taken once a form: sent again after a lost answer, the body must be the same.
            firstSentAt = Instant.now();
        }
        NewKey wanted = new NewKey(
                name.getValue().strip(),
                environment.getValue().id(),
                grants.value(),
                groupIds(),
                expiry.value(firstSentAt),
                owner.ref().orElse(null),
                limits.provider(),
                limits.sources(),
                limits.content(),
                limits.labels(),
                limits.rotation(),
                limits.toolMode());
        current.ifPresentOrElse(old -> replace(old, wanted), () -> create(wanted));
    }

    /** Whether nothing is missing; each field that lacks something says so. */
    private boolean isComplete() {
        if (name.getValue().isBlank()) {
            fields.refuse("name", "Say whom or what the key is for.");
        }
        if (environment.getValue() == null) {
            fields.refuse("environmentId", "Choose an environment; create one first if there is none.");
        }
        if (expiry.isIncomplete()) {
            fields.refuse("expiresAt", "Choose the last day, or another end.");
        }
        boolean labelled = limits.isComplete();
        return !name.getValue().isBlank() && environment.getValue() != null && !expiry.isIncomplete() && labelled;
    }

    private List<UUID> groupIds() {
        return groups.getValue().stream().map(ToolGroup::id).sorted().toList();
    }

    private void create(NewKey wanted) {
        IssuedKey key = api.createKey(idempotency.forBody(wanted), wanted);
        dialog.close();
        changed.run();
        issued.accept(key);
    }

    private void replace(VirtualKey old, NewKey wanted) {
        api.replaceKey(old.id(), IfMatch.version(old.version()), wanted);
        dialog.close();
        Notices.done("The key " + wanted.name() + " is saved. Its agent sees the change at once.");
        changed.run();
    }
}
