package dev.tollgate.ui.view.settings;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.ApprovalRule;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.NewSettings;
import dev.tollgate.model.api.Settings;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.Keyset;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.ConsoleLayout;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.FormPanel;
import dev.tollgate.ui.view.layout.Lines;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.PageHeader;
import dev.tollgate.ui.view.layout.Roles;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** What holds for the whole tenant, for those who may change it. */
@Route(value = "settings", layout = ConsoleLayout.class)
@PageTitle("Settings · Tollgate")
@RolesAllowed({Roles.OWNER, Roles.ADMIN})
public final class SettingsView extends Div {
    public static final String PAGE = "page-settings";
    public static final String APPROVAL = "settings-approval";
    public static final String STALENESS = "settings-staleness";
    public static final String SIGN_IN = "settings-sign-in";
    public static final String SAVE = "settings-save";

    private final TollgateApi api;
    private final FormFields fields = new FormFields();
    private final RadioButtonGroup<ApprovalRule> approval = fields.add("approval", new RadioButtonGroup<>());
    private final IntegerField staleness = fields.add(
            "snapshotStalenessMaxSeconds", new IntegerField("Oldest configuration that may serve, in seconds"));
    private final ComboBox<Environment> signIn =
            fields.add("signInEnvironment", new ComboBox<>("Environment that people come to"));
    private final CalendarFields calendar = new CalendarFields(fields);
    private final ToolFields tools;
    private final List<Environment> environments;
    private Settings current;

    public SettingsView(TollgateApi api) {
        this.api = api;
        setId(PAGE);
        addClassNames("page", "page-form");
        current = api.settings();
        tools = new ToolFields(fields, current.scriptMaxima());
        environments = Keyset.all(api::environments);
        signIn.setId(SIGN_IN);
        signIn.setItems(environments);
        signIn.setItemLabelGenerator(Environment::name);
        signIn.setClearButtonVisible(true);
        signIn.setPlaceholder("the oldest");
        signIn.setWidth("24rem");
        signIn.setHelperText("Whoever signs in from their own client sees what is given to them there. For any other"
                + " environment they need a key.");
        approval.setId(APPROVAL);
        approval.setLabel("Approve without an admin");
        approval.setItems(ApprovalRule.values());
        approval.setItemLabelGenerator(SettingsView::words);
        staleness.setId(STALENESS);
        staleness.setClearButtonVisible(true);
        staleness.setPlaceholder("no limit");
        staleness.setWidth("24rem");
        staleness.setHelperText("A gateway that has heard nothing for longer refuses your calls. Empty: it serves on,"
                + " with what it knew last.");
        Button save = new Button("Save", event -> save());
        save.setId(SAVE);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        add(
                new PageHeader("Settings", "What holds for all servers, keys and gateways of your organization."),
                new FormPanel(
                        "New and changed tools",
                        "The rule decides when a gateway first sees a definition; what waits already goes on waiting. A"
                                + " definition whose text is suspicious, or whose schema changed, always waits.",
                        approval),
                new FormPanel(
                        "Tools as agents see them",
                        "Listed definitions fill an agent's context, at its expense. By search or by code, it reads of a few"
                                + " tools what it needs.",
                        tools.toolMode),
                new FormPanel(
                        "Calls that destroy something",
                        "The person at the agent is asked, where the agent can ask. Where it cannot, the call is refused.",
                        tools.approveDestructive,
                        tools.destructiveTools),
                new FormPanel(
                        "Scripts",
                        "The most that one script of an agent may use. A script that needs more is stopped and told why.",
                        tools.steps,
                        tools.memoryBytes,
                        tools.outputBytes,
                        tools.toolCalls,
                        tools.seconds),
                new FormPanel(
                        "Gateways that are cut off",
                        "When a gateway loses its connection, revoked keys go on working there until it is back.",
                        staleness),
                new FormPanel("People who sign in", "They come without a key, to one environment.", signIn),
                new FormPanel(
                        "Calendar",
                        "When days, weeks and years begin for reports of spend, and for limits that say nothing else. Limits that"
                                + " are set stay as they are.",
                        calendar.zone,
                        calendar.weekStart,
                        calendar.yearStart),
                save);
        save.addClassName("at-start");
        show();
    }

    static String words(ApprovalRule rule) {
        return switch (rule) {
            case NEVER -> "Nothing: every definition waits, unless its server says otherwise for new tools";
            case UNCHANGED_SCHEMA -> "Changes of an approved tool that leave its schema as it is";
            case ALWAYS -> "Those, and new tools of every server";
        };
    }

    private void show() {
        approval.setValue(current.approval());
        staleness.setValue(current.snapshotStalenessMaxSeconds());
        signIn.setValue(environments.stream()
                .filter(one -> one.id().equals(current.signInEnvironment()))
                .findFirst()
                .orElse(null));
        calendar.show(current);
        tools.show(current);
    }

    private void save() {
        fields.clear();
        if (!tools.areWhole()) {
            return;
        }
        try {
            current = api.replaceSettings(
                    IfMatch.version(current.version()),
                    new NewSettings(
                            approval.getValue(),
                            staleness.getValue(),
                            signIn.getOptionalValue().map(Environment::id).orElse(null),
                            calendar.zone.getValue(),
                            calendar.weekStart.getValue(),
                            calendar.yearStart.getValue(),
                            tools.toolMode.getValue(),
                            tools.approveDestructive.getValue(),
                            tools.scripts(),
                            Lines.of(tools.destructiveTools.getValue())));
        } catch (ApiProblem problem) {
            fields.show(problem);
            return;
        }
        show();
        Notices.done("The settings are saved.");
    }
}
