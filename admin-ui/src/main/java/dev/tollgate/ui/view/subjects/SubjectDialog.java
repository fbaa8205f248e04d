package dev.tollgate.ui.view.subjects;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.NewSubject;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.ui.client.IdempotencyKey;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.Keyset;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.SubjectPicker;
import dev.tollgate.ui.view.layout.SubjectWords;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Creates a subject, or changes its name, its place and its groups. */
final class SubjectDialog {
    static final String KIND = "subject-kind";
    static final String ID = "subject-id";
    static final String NAME = "subject-name";
    static final String PARENT = "subject-parent";
    static final String GROUPS = "subject-groups";

    private final TollgateApi api;
    private final Optional<Subject> current;
    private final Runnable changed;
    private final IdempotencyKey idempotency = new IdempotencyKey();
    private final FormFields fields = new FormFields();
    private final Select<SubjectKind> kind = fields.add("kind", new Select<>());
    private final TextField id = fields.add("id", new TextField("Id"));
    private final TextField name = fields.add("name", new TextField("Name"));
    private final SubjectPicker parent;
    private final MultiSelectComboBox<ToolGroup> groups =
            fields.add("groupIds", new MultiSelectComboBox<>("Tool groups (optional)"));
    private final FormDialog dialog;

    SubjectDialog(TollgateApi api, SubjectKind first, Optional<Subject> current, Runnable changed) {
        this.api = api;
        this.current = current;
        this.changed = changed;
        parent = fields.add("parent", new SubjectPicker(api));
        describe(Keyset.all(api::groups));
        kind.addValueChangeListener(event -> lay(event.getValue()));
        kind.setValue(current.map(one -> SubjectKind.of(one.kind())).orElse(first));
        current.ifPresent(this::show);
        dialog = new FormDialog(
                current.map(one -> "Edit " + SubjectWords.full(one)).orElse("Create a subject"),
                "A key belongs to a customer, team, user or service. It sees the tools of the groups that are attached to"
                        + " its owner, and to all that the owner stands under.",
                current.isPresent() ? "Save" : "Create",
                fields,
                form -> send());
        dialog.with(kind, id, name, parent, groups);
    }

    void open() {
        dialog.open();
        name.focus();
    }

    private void describe(List<ToolGroup> all) {
        kind.setId(KIND);
        kind.setLabel("Kind");
        kind.setItems(SubjectKind.values());
        kind.setItemLabelGenerator(SubjectWords::kind);
        id.setId(ID);
        id.setHelperText("1 to 32 characters of a-z, 0-9 and -. It stays as it is.");
        name.setId(NAME);
        parent.setId(PARENT);
        parent.setPlaceholder("nothing");
        groups.setId(GROUPS);
        groups.setItems(all);
        groups.setItemLabelGenerator(ToolGroup::name);
        groups.setHelperText(all.isEmpty() ? "There is no group yet." : "They count for every key below it.");
    }

    private void lay(SubjectKind chosen) {
        Set<SubjectKind> above = above(chosen);
        id.setVisible(SubjectWords.isNamed(chosen));
        parent.clear();
        parent.setVisible(!above.isEmpty());
        parent.of(above);
        parent.setLabel("Stands under a "
                + above.stream().map(SubjectWords::kind).collect(Collectors.joining(" or a ")) + " (optional)");
        kind.setHelperText(help(chosen));
    }

    private static Set<SubjectKind> above(SubjectKind kind) {
        return Arrays.stream(SubjectKind.values()).filter(kind::mayStandUnder).collect(Collectors.toSet());
    }

    private static String help(SubjectKind kind) {
        return switch (kind) {
            case TIER -> "A level of customers, such as free, pro or enterprise.";
            case CUSTOMER -> "A company that you serve; its tier decides what it may use.";
            case TEAM -> "People who work together, your own or a customer's.";
            case USER -> "A person. A user stands in one team at most.";
            case SERVICE -> "A program that acts for nobody in particular.";
            case MODEL_PROVIDER -> "Whose models call with a key. The key says so; no request can claim another.";
        };
    }

    private void show(Subject subject) {
        kind.setReadOnly(true);
        id.setReadOnly(true);
        id.setValue(SubjectRef.parse(subject.ref()).id());
        name.setValue(subject.name());
        Optional.ofNullable(subject.parent()).map(api::subject).ifPresent(parent::setValue);
        groups.setValue(groups.getListDataView()
                .getItems()
                .filter(group -> subject.groupIds().contains(group.id()))
                .toList());
    }

    private void send() {
        fields.clear();
        boolean named = SubjectWords.isNamed(kind.getValue());
        if (named && !fields.slug("id", id.getValue().strip())) {
            return;
        }
        if (name.getValue().isBlank()) {
            fields.refuse("name", "Say what it is called.");
            return;
        }
        @Nullable String slug = named ? id.getValue().strip() : null;
        NewSubject wanted = new NewSubject(
                kind.getValue().text(),
                slug,
                name.getValue().strip(),
                parent.ref().orElse(null),
                groups.getValue().stream().map(ToolGroup::id).sorted().toList());
        current.ifPresentOrElse(
                old -> api.replaceSubject(old.ref(), IfMatch.version(old.version()), wanted),
                () -> api.createSubject(idempotency.forBody(wanted), wanted));
        dialog.close();
        Notices.done("The " + SubjectWords.kind(kind.getValue()) + " " + wanted.name()
                + (current.isPresent() ? " is saved." : " is created."));
        changed.run();
    }
}
