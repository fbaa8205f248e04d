package dev.tollgate.ui.view.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tollgate.model.api.ApprovalRule;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.Settings;
import dev.tollgate.model.config.ScriptLimits;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.ui.view.PageTest;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsViewTest extends PageTest {
    @Test
    @SuppressWarnings("unchecked")
    void the_rule_and_the_limit_are_saved_and_saved_again() {
        open(new SettingsView(api));
        RadioButtonGroup<ApprovalRule> rule = at(RadioButtonGroup.class, SettingsView.APPROVAL);
        assertThat(rule.getValue()).isEqualTo(ApprovalRule.NEVER);

        rule.setValue(ApprovalRule.UNCHANGED_SCHEMA);
        at(IntegerField.class, SettingsView.STALENESS).setValue(600);
        click(SettingsView.SAVE);
        assertThat(api.settings().approval()).isEqualTo(ApprovalRule.UNCHANGED_SCHEMA);
        assertThat(api.settings().snapshotStalenessMaxSeconds()).isEqualTo(600);

        at(IntegerField.class, SettingsView.STALENESS).clear();
        click(SettingsView.SAVE);
        assertThat(api.settings().snapshotStalenessMaxSeconds()).isNull();
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_environment_of_people_is_chosen_and_left_to_the_oldest_again() {
        Environment chosen = api.environments.getLast();
        open(new SettingsView(api));
        ComboBox<Environment> signIn = at(ComboBox.class, SettingsView.SIGN_IN);
        assertThat(signIn.getValue()).isNull();

        signIn.setValue(chosen);
        click(SettingsView.SAVE);
        assertThat(api.settings().signInEnvironment()).isEqualTo(chosen.id());

        signIn.clear();
        click(SettingsView.SAVE);
        assertThat(api.settings().signInEnvironment()).isNull();
    }

    @Test
    @SuppressWarnings("unchecked")
    void the_organizations_calendar_is_chosen_and_left_as_usual_again() {
        open(new SettingsView(api));
        ComboBox<String> zone = at(ComboBox.class, CalendarFields.ZONE);
        zone.setValue("Europe/Vienna");
        ((Select<DayOfWeek>) at(Select.class, CalendarFields.WEEK_START)).setValue(DayOfWeek.SUNDAY);
        ((Select<Month>) at(Select.class, CalendarFields.YEAR_START)).setValue(Month.APRIL);
        click(SettingsView.SAVE);
        assertThat(api.settings())
                .returns("Europe/Vienna", Settings::timeZone)
                .returns(DayOfWeek.SUNDAY, Settings::weekStart)
                .returns(Month.APRIL, Settings::yearStart);

        zone.clear();
        click(SettingsView.SAVE);
        assertThat(api.settings().timeZone()).isNull();
    }

    @Test
    @SuppressWarnings("unchecked")
    void how_tools_are_shown_asked_about_and_limited_is_saved_and_left_as_usual_again() {
        open(new SettingsView(api));
        Select<ToolMode> mode = at(Select.class, ToolFields.TOOL_MODE);
        mode.setValue(ToolMode.CODE);
        at(Checkbox.class, ToolFields.APPROVE_DESTRUCTIVE).setValue(true);
        at(TextArea.class, ToolFields.DESTRUCTIVE_TOOLS).setValue("crm__delete_*\n\n *__drop \n");
        at(NumberField.class, ToolFields.STEPS).setValue(1_000_000.0);
        at(NumberField.class, ToolFields.TOOL_CALLS).setValue(20.0);
        click(SettingsView.SAVE);
        assertThat(api.settings())
                .returns(ToolMode.CODE, Settings::toolMode)
                .returns(true, Settings::approveDestructive)
                .returns(List.of("crm__delete_*", "*__drop"), Settings::destructiveTools)
                .returns(new ScriptLimits(1_000_000L, null, null, 20, null), Settings::scripts);

        mode.clear();
        at(Checkbox.class, ToolFields.APPROVE_DESTRUCTIVE).setValue(false);
        at(TextArea.class, ToolFields.DESTRUCTIVE_TOOLS).clear();
        at(NumberField.class, ToolFields.STEPS).clear();
        at(NumberField.class, ToolFields.TOOL_CALLS).clear();
        click(SettingsView.SAVE);
        assertThat(api.settings())
                .returns(null, Settings::toolMode)
                .returns(false, Settings::approveDestructive)
                .returns(List.of(), Settings::destructiveTools)
                .returns(null, Settings::scripts);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1.5, 61})
    void a_limit_of_scripts_that_cannot_be_says_what_can_before_anything_is_sent(double wrong) {
        open(new SettingsView(api));
        NumberField seconds = at(NumberField.class, ToolFields.SECONDS);
        seconds.setValue(wrong);

        click(SettingsView.SAVE);

        assertThat(seconds.isInvalid()).isTrue();
        assertThat(seconds.getErrorMessage()).isEqualTo("A whole number from 1 to 60.");
        assertThat(api.settings().scripts()).isNull();
    }

    @Test
    void a_limit_that_is_refused_is_marked_at_its_field() {
        open(new SettingsView(api));
        IntegerField staleness = at(IntegerField.class, SettingsView.STALENESS);
        staleness.setValue(5);

        click(SettingsView.SAVE);

        assertThat(staleness.isInvalid()).isTrue();
        assertThat(staleness.getErrorMessage()).contains("60");
    }
}
