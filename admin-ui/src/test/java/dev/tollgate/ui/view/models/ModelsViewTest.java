package dev.tollgate.ui.view.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.NewModel;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.ModelRates;
import dev.tollgate.model.price.Rate;
import dev.tollgate.model.token.TokenEncoding;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.RowMenu;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ModelsViewTest extends PageTest {
    private static final int RATES = 2;
    private static final int ACTIONS = 4;

    private static Rate perMillion(String dollars) {
        return new Rate(Money.ofDollars(dollars), 1_000_000);
    }

    private Model model(String name) {
        ModelRates rates = new ModelRates(perMillion("2.5"), perMillion("10"), null);
        return api.createModel("1", new NewModel(name, TokenEncoding.BYTES, true, rates, null));
    }

    @Test
    void without_models_the_page_says_where_to_begin_and_the_first_is_the_standard_one() {
        open(new ModelsView(api, viewer()));
        assertThat(text(at(Div.class, ModelsView.PAGE))).contains("No model yet", "Tokens are not counted");
        assertThat(isThere(Button.class, ModelsView.CREATE)).isFalse();
        assertThat(isThere(Button.class, "models-create-first")).isFalse();

        open(new ModelsView(api, admin()));
        click("models-create-first");
        type(NameFields.NAME, "gpt-large");
        type(RateFields.INPUT, "2.50");
        type(RateFields.OUTPUT, "10");
        type(RateFields.CACHED, "0.25");
        save();

        assertThat(api.models).singleElement().satisfies(model -> {
            assertThat(model.name()).isEqualTo("gpt-large");
            assertThat(model.standard()).isTrue();
            assertThat(model.encoding()).isEqualTo(TokenEncoding.O200K);
            assertThat(Objects.requireNonNull(model.current()).rates())
                    .isEqualTo(new ModelRates(perMillion("2.5"), perMillion("10"), perMillion("0.25")));
            assertThat(text(component(RATES, model))).contains("$2.50 read, $10.00 written, $0.25 read again");
        });
        click(ModelsView.CREATE);
        assertThat(at(Checkbox.class, NameFields.STANDARD).getValue()).isFalse();
    }

    @Test
    void a_search_narrows_and_says_when_nothing_matches() {
        model("gpt-large");
        model("gpt-small");
        open(new ModelsView(api, viewer()));

        type(ModelsView.SEARCH, "small");
        assertThat(test(at(Grid.class, ModelsView.GRID)).size()).isEqualTo(1);
        type(ModelsView.SEARCH, "nothing like it");

        assertThat(text(at(Div.class, ModelsView.PAGE))).contains("No model matches");
    }

    @Test
    void what_is_missing_or_refused_is_said_at_its_field_and_the_form_stays() {
        open(new ModelsView(api, admin()));
        click(ModelsView.CREATE);
        type(NameFields.NAME, FakeApi.TAKEN);
        type(RateFields.OUTPUT, "much");
        save();
        assertThat(field(RateFields.INPUT).isInvalid()).isTrue();
        assertThat(field(RateFields.OUTPUT).getErrorMessage()).startsWith("An amount is a decimal");
        assertThat(field(RateFields.CACHED).isInvalid()).isFalse();

        type(RateFields.INPUT, "1");
        type(RateFields.OUTPUT, "1");
        type(RateFields.CACHED, "little");
        save();
        assertThat(field(RateFields.CACHED).isInvalid()).isTrue();
        assertThat(field(NameFields.NAME).isInvalid()).as("nothing was sent").isFalse();
        type(RateFields.CACHED, "");
        save();
        assertThat(field(NameFields.NAME).getErrorMessage()).isEqualTo("This name is taken");
        assertThat(api.models).isEmpty();
    }

    @Test
    void rates_hold_from_the_day_that_is_chosen_and_can_be_taken_back_until_then() {
        model("gpt-large");
        open(new ModelsView(api, admin()));
        menu(api.models.getFirst(), 0);
        assertThat(field(RateFields.INPUT).getValue()).isEqualTo("2.5");
        assertThat(field(RateFields.CACHED).getValue()).isEmpty();
        type(RateFields.INPUT, "2");
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(40);
        test(at(DatePicker.class, RateFields.FROM)).setValue(day);
        save();

        Model changed = api.models.getFirst();
        assertThat(Objects.requireNonNull(changed.current()).rates().input()).isEqualTo(perMillion("2.5"));
        assertThat(changed.upcoming()).singleElement().satisfies(version -> {
            assertThat(version.rates().input()).isEqualTo(perMillion("2"));
            assertThat(version.effectiveFrom())
                    .isEqualTo(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        });
        grid().select(changed);
        roundTrip();
        assertThat(text(at(DetailPanel.class, DetailPanel.ID)))
                .contains("holds", "to come", "$2.00 read, $10.00 written", "bytes/4, an estimate");

        click("model-withdraw-" + changed.upcoming().getFirst().version());
        test($(ConfirmDialog.class).single()).confirm();

        assertThat(api.models.getFirst().upcoming()).isEmpty();
    }

    @Test
    void name_encoding_and_standard_are_changed_and_a_model_is_deleted_once_that_is_confirmed() {
        model("gpt-large");
        open(new ModelsView(api, admin()));
        menu(api.models.getFirst(), 1);
        type(NameFields.NAME, "gpt-larger");
        encoding().setValue(TokenEncoding.CL100K);
        test(at(Checkbox.class, NameFields.STANDARD)).click();
        save();

        assertThat(api.models.getFirst())
                .returns("gpt-larger", Model::name)
                .returns(TokenEncoding.CL100K, Model::encoding)
                .returns(false, Model::standard);
        menu(api.models.getFirst(), 2);
        test($(ConfirmDialog.class).single()).confirm();
        assertThat(api.models).isEmpty();
    }

    @Test
    void who_may_not_change_models_sees_them_and_no_more() {
        Model model = model("gpt-large");
        open(new ModelsView(api, viewer()));
        grid().select(model);
        roundTrip();

        assertThat(text(at(DetailPanel.class, DetailPanel.ID))).contains("$2.50 read");
        assertThat(isThere(Button.class, ModelDetail.CHANGE)).isFalse();
    }

    private void type(String id, String text) {
        test(field(id)).setValue(text);
    }

    private TextField field(String id) {
        return at(TextField.class, id);
    }

    @SuppressWarnings("unchecked")
    private Select<TokenEncoding> encoding() {
        return at(Select.class, NameFields.ENCODING);
    }

    private void menu(Model model, int item) {
        new MenuBarTester<MenuBar>((RowMenu) component(ACTIONS, model)).clickItem(0, item);
        roundTrip();
    }

    private Component component(int column, Model model) {
        return test(grid()).getCellComponent(api.models.indexOf(model), column);
    }

    @SuppressWarnings("unchecked")
    private Grid<Model> grid() {
        return at(Grid.class, ModelsView.GRID);
    }
}
