package dev.tollgate.ui.view.keys;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tollgate.model.api.BulkIssue;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.IssuedKeys;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.IdempotencyKey;
import dev.tollgate.ui.client.Lookup;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Issues many keys from lines that were written elsewhere, all or none. */
final class BulkIssueDialog {
    static final String LINES = "bulk-lines";
    static final String ENVIRONMENT = "bulk-environment";
    static final String GROUPS = "bulk-groups";

    private static final int FAULTS_SHOWN_MAX = 8;
    private static final Pattern PLACE = Pattern.compile("keys\\[(\\d{1,5})]\\.?(.*)");

    private final TollgateApi api;
    private final Consumer<IssuedKeys> issued;
    private final IdempotencyKey idempotency = new IdempotencyKey();
    private final FormFields fields = new FormFields();
    private final TextArea lines = fields.add("keys", new TextArea("Keys"));
    private final Select<Environment> environment = fields.add("environmentId", new Select<>());
    private final MultiSelectComboBox<ToolGroup> groups =
            fields.add("groupIds", new MultiSelectComboBox<>("Tool groups of each (optional)"));
    private final ExpiryField expiry = new ExpiryField(fields);
    private final FormDialog dialog;
    private @Nullable Instant firstSentAt;

    BulkIssueDialog(TollgateApi api, Lookup lookup, Consumer<IssuedKeys> issued) {
        this.api = api;
        this.issued = issued;
        lines.setId(LINES);
        lines.setMinRows(6);
        lines.setMaxRows(14);
        lines.setPlaceholder(
                "name,owner,tools,labels\nbilling bot,team:Billing,crm__find_* crm__read_*,cost-center:4711");
        lines.setHelperText(
                "One key a line: name, owner, tools, labels; only the name is needed. An owner is written as"
                        + " team:Billing or user:Ana, tools and labels with spaces between them. At most "
                        + BulkIssue.KEYS_MAX + ".");
        lines.addClassName("code-area");
        environment.setId(ENVIRONMENT);
        environment.setLabel("Environment of each");
        environment.setItems(lookup.environments());
        environment.setItemLabelGenerator(Environment::name);
        lookup.environments().stream().findFirst().ifPresent(environment::setValue);
        groups.setId(GROUPS);
        groups.setItems(lookup.groups());
        groups.setItemLabelGenerator(ToolGroup::name);
        dialog = new FormDialog(
                "Issue many keys",
                "Paste them as comma-separated values. All are issued, or none, and the secrets are shown once.",
                "Issue keys",
                fields,
                form -> send());
        dialog.with(lines, environment, groups, expiry);
    }

    void open() {
        dialog.open();
        lines.focus();
    }

    private void send() {
        fields.clear();
        if (environment.getValue() == null) {
            fields.refuse("environmentId", "Choose an environment; create one first if there is none.");
            return;
        }
        if (expiry.isIncomplete()) {
            fields.refuse("expiresAt", "Choose the last day, or another end.");
            return;
        }
        if (firstSentAt == null) {
            // Taken once a form: sent again after a lost answer, the body must be the same.
            firstSentAt = Instant.now();
        }
        BulkLines read = BulkLines.read(
                api,
                lines.getValue(),
                new BulkLines.Common(
                        environment.getValue().id(),
                        groups.getValue().stream().map(ToolGroup::id).sorted().toList(),
                        expiry.value(firstSentAt)));
        if (!read.faults().isEmpty()) {
            refuse(read.faults());
        } else if (read.lines().isEmpty()) {
            fields.refuse("keys", "Write at least one key.");
        } else {
            issue(read.lines());
        }
    }

    private void issue(List<BulkLines.Line> keys) {
        BulkIssue wanted = new BulkIssue(keys.stream().map(BulkLines.Line::key).toList());
        IssuedKeys done;
        try {
            done = api.createKeys(idempotency.forBody(wanted), wanted);
        } catch (ApiProblem problem) {
            List<String> faults = problem.fieldErrors().stream()
                    .filter(error -> PLACE.matcher(error.field()).matches())
                    .map(error -> fault(error, keys))
                    .toList();
            if (faults.isEmpty() || faults.size() < problem.fieldErrors().size()) {
                throw problem;
            }
            refuse(faults);
            return;
        }
        dialog.close();
        issued.accept(done);
    }

    private static String fault(Problem.FieldError error, List<BulkLines.Line> keys) {
        Matcher place = PLACE.matcher(error.field());
        int index = place.matches() ? Integer.parseInt(place.group(1)) : -1;
        String line =
                index >= 0 && index < keys.size() ? "line " + keys.get(index).number() + ": " : "";
        return line + (index >= 0 && !place.group(2).isEmpty() ? place.group(2) + ": " : "") + error.message();
    }

    private void refuse(List<String> faults) {
        String shown = faults.stream().limit(FAULTS_SHOWN_MAX).collect(Collectors.joining(" · "));
        int more = faults.size() - FAULTS_SHOWN_MAX;
        fields.refuse("keys", shown + (more > 0 ? " · and " + more + " more" : ""));
    }
}
