package dev.tollgate.ui.view.settings;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tollgate.model.api.Settings;
import dev.tollgate.model.config.ScriptLimits;
import dev.tollgate.model.config.ScriptMaxima;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.ToolModeField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How an organization's tools are shown to agents, which calls somebody is asked about, and what scripts may use. */
final class ToolFields {
    static final String TOOL_MODE = "settings-tool-mode";
    static final String APPROVE_DESTRUCTIVE = "settings-approve-destructive";
    static final String DESTRUCTIVE_TOOLS = "settings-destructive-tools";
    static final String STEPS = "settings-script-steps";
    static final String MEMORY = "settings-script-memory";
    static final String OUTPUT = "settings-script-output";
    static final String TOOL_CALLS = "settings-script-tool-calls";
    static final String SECONDS = "settings-script-seconds";

    final ToolModeField toolMode;
    final Checkbox approveDestructive;
    final TextArea destructiveTools;
    final NumberField steps;
    final NumberField memoryBytes;
    final NumberField outputBytes;
    final NumberField toolCalls;
    final NumberField seconds;

    ToolFields(FormFields fields, ScriptMaxima most) {
        toolMode = fields.add(
                "toolMode",
                new ToolModeField(
                        TOOL_MODE,
                        "listed, as usual",
                        "Where neither the key, nor a group of it, nor the server says how."));
        toolMode.setWidth("32rem");
        approveDestructive = fields.add(
                "approveDestructive", new Checkbox("Ask before each call of a tool that may destroy something"));
        approveDestructive.setId(APPROVE_DESTRUCTIVE);
        approveDestructive.setHelperText(
                "That is every tool whose definition says neither that it only reads nor that it"
                        + " destroys nothing. What is said of a single tool goes before this.");
        destructiveTools = fields.add("destructiveTools", new TextArea("Tools that count as such"));
        destructiveTools.setId(DESTRUCTIVE_TOOLS);
        destructiveTools.setMinRows(3);
        destructiveTools.setWidth("32rem");
        destructiveTools.setPlaceholder("crm__delete_*");
        destructiveTools.setHelperText(
                "One pattern a line, at most 100: crm__delete_* is each tool of the server crm that begins"
                        + " so, *__drop one name on every server. They are asked about whatever their definitions say, if the box"
                        + " above is ticked.");
        steps = number(fields, "steps", STEPS, "Steps", most.steps());
        memoryBytes = number(fields, "memoryBytes", MEMORY, "Memory, in bytes", most.memoryBytes());
        outputBytes = number(fields, "outputBytes", OUTPUT, "Output, in bytes", most.outputBytes());
        toolCalls = number(fields, "toolCalls", TOOL_CALLS, "Calls of tools", most.toolCalls());
        seconds = number(fields, "seconds", SECONDS, "Seconds", most.seconds());
        fields.place("scripts", steps);
    }

    private static NumberField number(FormFields fields, String member, String id, String label, long most) {
        NumberField field = fields.add("scripts." + member, new NumberField(label));
        field.setId(id);
        field.setStep(1);
        field.setMin(1);
        field.setMax(most);
        field.setClearButtonVisible(true);
        field.setPlaceholder("the most that there is");
        field.setWidth("24rem");
        field.setHelperText(String.format(Locale.ENGLISH, "At most %,d.", most));
        return field;
    }

    void show(Settings settings) {
        toolMode.setValue(settings.toolMode());
        approveDestructive.setValue(settings.approveDestructive());
        destructiveTools.setValue(String.join("\n", settings.destructiveTools()));
        ScriptLimits limits = settings.scripts() == null ? ScriptLimits.NONE : settings.scripts();
        show(steps, limits.steps());
        show(memoryBytes, limits.memoryBytes());
        show(outputBytes, limits.outputBytes());
        show(toolCalls, limits.toolCalls());
        show(seconds, limits.seconds());
    }

    private static void show(NumberField field, @Nullable Number limit) {
        field.setValue(limit == null ? null : limit.doubleValue());
    }

    /** Whether each is a whole number from 1 on; each that is not says so. */
    boolean areWhole() {
        boolean whole = true;
        for (NumberField field : new NumberField[] {steps, memoryBytes, outputBytes, toolCalls, seconds}) {
            @Nullable Double value = field.getValue();
            if (value != null && (value < 1 || value > field.getMax() || value % 1 != 0)) {
                field.setErrorMessage(String.format(Locale.ENGLISH, "A whole number from 1 to %,.0f.", field.getMax()));
                field.setInvalid(true);
                whole = false;
            }
        }
        return whole;
    }

    ScriptLimits scripts() {
        return new ScriptLimits(
                whole(steps), whole(memoryBytes), whole(outputBytes), smallWhole(toolCalls), smallWhole(seconds));
    }

    private static @Nullable Long whole(NumberField field) {
        return field.getValue() == null ? null : field.getValue().longValue();
    }

    private static @Nullable Integer smallWhole(NumberField field) {
        return field.getValue() == null ? null : field.getValue().intValue();
    }
}
