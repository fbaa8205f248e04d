package dev.tollgate.ui.view.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import dev.tollgate.model.api.ApprovalRule;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.Settings;
import dev.tollgate.ui.view.PageTest;
import java.time.DayOfWeek;
import java.time.Month;
import org.junit.jupiter.api.Test;

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
    void a_limit_that_is_refused_is_marked_at_its_field() {
        open(new SettingsView(api));
        IntegerField staleness = at(IntegerField.class, SettingsView.STALENESS);
        staleness.setValue(5);

        click(SettingsView.SAVE);

        assertThat(staleness.isInvalid()).isTrue();
        assertThat(staleness.getErrorMessage()).contains("60");
    }
}
