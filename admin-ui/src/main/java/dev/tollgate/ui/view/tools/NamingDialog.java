package dev.tollgate.ui.view.tools;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.api.ToolNaming;
import dev.tollgate.model.config.CallApproval;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gives a tool a name and a description of the admin's own, and says whether somebody is asked before it is called. */
final class NamingDialog {
    static final String ALIAS = "tool-alias";
    static final String DESCRIPTION = "tool-description";
    static final String CALL_APPROVAL = "tool-call-approval";

    private static final int CONFLICT = 409;

    private final TollgateApi api;
    private final Tool tool;
    private final Runnable changed;
    private final FormFields fields = new FormFields();
    private final TextField alias = fields.add("alias", new TextField("Name for agents (optional)"));
    private final TextArea description = fields.add("description", new TextArea("Description for agents (optional)"));
    private final Select<CallApproval> callApproval = fields.add("callApproval", new Select<>());
    private final FormDialog dialog;

    NamingDialog(TollgateApi api, Tool tool, Runnable changed) {
        this.api = api;
        this.tool = tool;
        this.changed = changed;
        alias.setId(ALIAS);
        alias.setValue(Optional.ofNullable(tool.alias()).orElse(""));
        alias.setHelperText("1 to 64 characters of A-Z, a-z, 0-9, _ and -. Patterns go on matching " + tool.serverName()
                + "__" + tool.name() + ".");
        description.setId(DESCRIPTION);
        description.setMinRows(4);
        description.setValue(Optional.ofNullable(tool.descriptionOverride()).orElse(""));
        description.setHelperText("Agents read it in place of what the server says. Empty leaves the server's.");
        callApproval.setId(CALL_APPROVAL);
        callApproval.setLabel("Before it is called");
        callApproval.setItems(CallApproval.values());
        callApproval.setEmptySelectionAllowed(true);
        callApproval.setEmptySelectionCaption(words(null));
        callApproval.setItemLabelGenerator(NamingDialog::words);
        callApproval.setValue(tool.callApproval());
        callApproval.setHelperText(
                "The person at the agent is asked, where the agent can ask. Where it cannot, the call is"
                        + " refused.");
        dialog = new FormDialog(
                "Name and describe " + tool.name(),
                "What agents see of this tool, and whether somebody is asked first. What the server is asked for stays the"
                        + " same.",
                "Save",
                fields,
                form -> send());
        dialog.with(alias, description, callApproval);
    }

    static String words(@Nullable CallApproval approval) {
        return switch (approval) {
            case NEVER -> "nobody is asked";
            case ASK_FIRST -> "somebody is asked first";
            case null -> "as the settings say";
        };
    }

    void open() {
        dialog.open();
        alias.focus();
    }

    private void send() {
        fields.clear();
        ToolNaming naming =
                new ToolNaming(text(alias.getValue()), text(description.getValue()), callApproval.getValue());
        try {
            api.nameTool(tool.id(), IfMatch.version(tool.version()), naming);
        } catch (ApiProblem problem) {
            if (problem.status() != CONFLICT || !problem.fieldErrors().isEmpty()) {
                throw problem;
            }
            fields.refuse("alias", problem.detail().isEmpty() ? problem.title() : problem.detail());
            return;
        }
        dialog.close();
        Notices.done("Agents see " + tool.name() + " as you said it.");
        changed.run();
    }

    private static @Nullable String text(String value) {
        return value.isBlank() ? null : value.strip();
    }
}
