package dev.tollgate.ui.view.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.Enforcement;
import dev.tollgate.model.api.Limit;
import dev.tollgate.model.api.LimitOverride;
import dev.tollgate.model.api.LimitUnit;
import dev.tollgate.model.api.LimitWindow;
import dev.tollgate.model.api.NewLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaSubject.Kind;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.RowMenu;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LimitsViewTest extends PageTest {
    private static final int AMOUNT = 1;
    private static final int USED = 2;
    private static final int ACTIONS = 4;
    private static final QuotaSubject ALL =
            new QuotaSubject(Kind.TENANT, Demo.ACME.id().toString());

    private void openLimits(Rights rights) {
        open(new LimitsView(api, rights));
    }

    private Limit limit(String name, String amount, Enforcement enforcement) {
        LimitWindow window = LimitWindow.rolling(WindowLength.DAY);
        return api.createLimit(
                "1", new NewLimit(name, ALL, LimitUnit.DOLLARS, window, amount, null, enforcement, List.of(75)));
    }

    @Test
    void without_limits_the_page_says_where_to_begin_and_a_viewer_may_not() {
        openLimits(admin());
        assertThat(text(at(Div.class, LimitsView.PAGE))).contains("No limit yet");
        assertThat(isThere(Button.class, "limits-create-first")).isTrue();

        openLimits(viewer());
        assertThat(isThere(Button.class, LimitsView.CREATE)).isFalse();
        assertThat(isThere(Button.class, "limits-create-first")).isFalse();
    }

    @Test
    void a_budget_of_a_team_is_set_by_its_name_and_by_the_calendar() {
        openLimits(admin());
        click(LimitsView.CREATE);
        test(at(TextField.class, LimitDialog.NAME)).setValue("research");
        kind().setValue(Kind.TEAM);
        List<Choice> teams = which().getLazyDataView().getItems().toList();
        assertThat(teams).extracting(Choice::name).containsExactly("Support desk · team of Globex");
        which().setValue(teams.getFirst());
        test(at(TextField.class, LimitDialog.AMOUNT)).setValue("250.50");
        zone().setValue("Europe/Vienna");
        CheckboxGroup<Integer> alerts = alerts();
        assertThat(alerts.getValue()).containsExactlyInAnyOrder(50, 80, 100);
        alerts.setValue(Set.of(100, 90));

        save();

        Limit made = api.limits.getLast();
        assertThat(made.subject().toString()).isEqualTo(api.subjects.get(2).ref());
        assertThat(made.amount()).isEqualTo("250.50");
        assertThat(made.unit()).isEqualTo(LimitUnit.DOLLARS);
        assertThat(made.enforcement()).isEqualTo(Enforcement.HARD);
        assertThat(made.alertAt()).containsExactly(90, 100);
        assertThat(made.window())
                .isEqualTo(new LimitWindow(LimitWindow.Kind.CALENDAR, WindowLength.MONTH, "Europe/Vienna", null, null));
        assertThat(cell(AMOUNT, made)).contains("$250.50", "each month, Europe/Vienna");
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<Integer> alerts() {
        return at(CheckboxGroup.class, LimitDialog.ALERTS);
    }

    @Test
    void each_kind_of_thing_offers_its_own_and_everything_needs_no_choice() {
        openLimits(admin());
        click(LimitsView.CREATE);

        assertThat(offered(Kind.TIER)).containsExactly("Pro · tier");
        assertThat(offered(Kind.KEY)).containsExactly("support bot");
        assertThat(offered(Kind.SERVER)).containsExactly("crm", "tickets");
        assertThat(offered(Kind.TOOL)).contains("crm__find_customer").doesNotContain("crm__delete_customer");
        assertThat(offered(Kind.TOOL_GROUP)).containsExactly("support");
        kind().setValue(Kind.TENANT);
        assertThat(isThere(ComboBox.class, SubjectFields.SUBJECT)).isFalse();
        test(at(TextField.class, LimitDialog.NAME)).setValue("all");
        test(at(TextField.class, LimitDialog.AMOUNT)).setValue("1000");
        unit().setValue(LimitUnit.CALLS);
        window().setValue(LimitWindow.Kind.ROLLING);
        save();

        assertThat(api.limits.getLast().subject()).isEqualTo(ALL);
        assertThat(api.limits.getLast().window()).isEqualTo(LimitWindow.rolling(WindowLength.MONTH));
        assertThat(cell(AMOUNT, api.limits.getLast())).contains("1,000 calls", "any 31 days");
    }

    @Test
    void tokens_have_a_most_for_each_call_and_what_runs_at_once_has_no_window() {
        openLimits(admin());
        click(LimitsView.CREATE);
        test(at(TextField.class, LimitDialog.NAME)).setValue("tokens");
        kind().setValue(Kind.TENANT);
        unit().setValue(LimitUnit.TOKENS);
        test(at(TextField.class, LimitDialog.AMOUNT)).setValue("2000000");
        at(IntegerField.class, LimitDialog.PER_CALL).setValue(20_000);
        save();
        assertThat(api.limits.getLast())
                .returns(LimitUnit.TOKENS, Limit::unit)
                .returns(20_000L, Limit::perCallMax)
                .extracting(limit -> Objects.requireNonNull(limit.window()).zone())
                .isNull();

        click(LimitsView.CREATE);
        test(at(TextField.class, LimitDialog.NAME)).setValue("at once");
        kind().setValue(Kind.TENANT);
        unit().setValue(LimitUnit.CONCURRENT);
        assertThat(isThere(Select.class, WindowFields.KIND)).isFalse();
        assertThat(isThere(CheckboxGroup.class, LimitDialog.ALERTS)).isFalse();
        test(at(TextField.class, LimitDialog.AMOUNT)).setValue("20");
        save();
        Limit running = api.limits.getLast();
        assertThat(running).returns(null, Limit::window).returns(List.of(), Limit::alertAt);
        api.spent.put(running.id(), "5");
        assertThat(cell(AMOUNT, running)).contains("20 calls", "at once");
        assertThat(cell(USED, running)).contains("5 calls running or about to run, 25 %", "15 calls left");
    }

    @Test
    void another_amount_holds_for_some_windows_and_is_withdrawn() {
        Limit limit = limit("day", "10", Enforcement.HARD);
        openLimits(admin());
        menu(limit, 1);
        test(at(TextField.class, OverrideDialog.AMOUNT)).setValue("25");
        at(IntegerField.class, OverrideDialog.WINDOWS).setValue(3);
        save();

        Limit overridden = api.limits.getFirst();
        LimitOverride made = overridden.overrides().getFirst();
        assertThat(made).returns("25", LimitOverride::amount).returns(3, LimitOverride::windows);
        assertThat(cell(AMOUNT, overridden)).contains("$10.00", "$25.00", " until ");

        menu(overridden, 1);
        click(OverrideDialog.WITHDRAW + "-" + made.id());
        assertThat(api.limits.getFirst().overrides()).isEmpty();
    }

    private List<String> offered(Kind kind) {
        kind().setValue(kind);
        return which().getLazyDataView().getItems().map(Choice::name).toList();
    }

    @Test
    void what_is_missing_or_refused_is_said_at_its_field_and_the_form_stays() {
        openLimits(admin());
        click(LimitsView.CREATE);
        test(at(TextField.class, LimitDialog.NAME)).setValue(FakeApi.TAKEN);
        save();
        assertThat(which().isInvalid()).isTrue();

        kind().setValue(Kind.TENANT);
        test(at(TextField.class, LimitDialog.AMOUNT)).setValue("much");
        save();
        assertThat(at(TextField.class, LimitDialog.NAME).getErrorMessage()).isEqualTo("This name is taken");
        test(at(TextField.class, LimitDialog.NAME)).setValue("all");
        save();
        assertThat(at(TextField.class, LimitDialog.AMOUNT).getErrorMessage()).startsWith("An amount is a decimal");
        assertThat(api.limits).isEmpty();
    }

    @Test
    void what_is_used_is_a_bar_and_words() {
        Limit limit = limit("day", "10", Enforcement.HARD);
        api.spent.put(limit.id(), "7.999");
        openLimits(viewer());

        Component used = component(USED, limit);
        assertThat(text(used)).contains("$7.999 used, 79 %", "$2.001 left, resets ");
        assertThat(used.getChildren().findFirst().orElseThrow().getElement())
                .satisfies(bar -> assertThat(bar.getTag()).isEqualTo("meter"))
                .satisfies(bar -> assertThat(bar.getAttribute("value")).isEqualTo("79"))
                .satisfies(bar -> assertThat(bar.getAttribute("aria-label")).isEqualTo("$7.999 used, 79 % of day"));

        api.spent.put(limit.id(), "12");
        assertThat(cell(USED, limit)).contains("$12.00 used, 120 %", "nothing left");
    }

    @Test
    void while_the_store_of_calls_is_away_it_is_asked_once_and_hard_limits_are_shown() {
        Limit first = limit("first", "10", Enforcement.WARN);
        Limit second = limit("second", "10", Enforcement.WARN);
        Limit hard = limit("third", "10", Enforcement.HARD);
        api.callsAway = true;
        Usages usages = new Usages(api);

        assertThat(text(usages.cell(first))).contains("not known right now");
        assertThat(text(usages.cell(second))).contains("not known right now");
        assertThat(text(usages.cell(hard))).contains("$10.00 left");
        assertThat(api.log).containsExactly("limitUsage first", "limitUsage third");
    }

    @Test
    void name_amount_and_enforcement_are_changed_and_the_rest_stays() {
        Limit limit = limit("day", "10", Enforcement.HARD);
        openLimits(admin());
        menu(limit, 0);
        assertThat(kind().isReadOnly()).isTrue();
        assertThat(window().isReadOnly()).isTrue();

        test(at(TextField.class, LimitDialog.AMOUNT)).setValue("20");
        enforcement().setValue(Enforcement.WARN);
        save();

        assertThat(api.limits.getFirst())
                .returns("20", Limit::amount)
                .returns(Enforcement.WARN, Limit::enforcement)
                .returns(limit.window(), Limit::window)
                .returns(2L, Limit::version);
    }

    @Test
    void a_limit_is_deleted_once_that_is_confirmed_and_a_search_narrows() {
        Limit day = limit("day", "10", Enforcement.HARD);
        limit("month", "100", Enforcement.WARN);
        openLimits(admin());
        test(at(TextField.class, LimitsView.SEARCH)).setValue("mon");
        assertThat(test(grid()).size()).isEqualTo(1);
        test(at(TextField.class, LimitsView.SEARCH)).setValue("");

        menu(day, 2);
        test($(ConfirmDialog.class).single()).confirm();

        assertThat(api.limits).extracting(Limit::name).containsExactly("month");
    }

    private void menu(Limit limit, int item) {
        new MenuBarTester<MenuBar>((RowMenu) component(ACTIONS, limit)).clickItem(0, item);
        roundTrip();
    }

    private String cell(int column, Limit limit) {
        return text(component(column, limit));
    }

    private Component component(int column, Limit limit) {
        return test(grid()).getCellComponent(api.limits.indexOf(limit), column);
    }

    @SuppressWarnings("unchecked")
    private Grid<Limit> grid() {
        return at(Grid.class, LimitsView.GRID);
    }

    @SuppressWarnings("unchecked")
    private Select<Kind> kind() {
        return at(Select.class, SubjectFields.KIND);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Choice> which() {
        return at(ComboBox.class, SubjectFields.SUBJECT);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> zone() {
        return at(ComboBox.class, WindowFields.ZONE);
    }

    @SuppressWarnings("unchecked")
    private Select<LimitUnit> unit() {
        return at(Select.class, LimitDialog.UNIT);
    }

    @SuppressWarnings("unchecked")
    private Select<LimitWindow.Kind> window() {
        return at(Select.class, WindowFields.KIND);
    }

    @SuppressWarnings("unchecked")
    private Select<Enforcement> enforcement() {
        return at(Select.class, LimitDialog.ENFORCEMENT);
    }
}
