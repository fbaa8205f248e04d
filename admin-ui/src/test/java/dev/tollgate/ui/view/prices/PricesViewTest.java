package dev.tollgate.ui.view.prices;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.NewPrice;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.api.PriceOrigin;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.Tool;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.Content;
import dev.tollgate.model.price.FailureCharge;
import dev.tollgate.model.price.FailureCharges;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.PriceComponent;
import dev.tollgate.model.price.PricePeriod;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.Rate;
import dev.tollgate.model.price.Tier;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.DetailPanel;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PricesViewTest extends PageTest {
    /** All that a form can say. */
    private static final PriceTerms TERMS = new PriceTerms(
            List.of(
                    new PriceComponent(
                            new Measure.Calls(),
                            PricePeriod.of(WindowLength.MONTH),
                            List.of(
                                    new Tier(1_000L, new Rate(Money.ZERO, 1)),
                                    new Tier(null, new Rate(Money.ofDollars("0.01"), 1)))),
                    PriceComponent.flat(new Measure.Bytes(Content.RESULT), new Rate(Money.ofDollars("0.002"), 1_024)),
                    new PriceComponent(
                            new Measure.Tokens(Content.ARGUMENTS, 5_000L),
                            PricePeriod.of(WindowLength.MONTH),
                            List.of(
                                    new Tier(1_000_000L, new Rate(Money.ZERO, 1)),
                                    new Tier(null, new Rate(Money.ofDollars("3"), 1_000_000)))),
                    new PriceComponent(
                            new Measure.Pointed(Content.RESULT, "/structuredContent/rows", "rows", 500),
                            null,
                            List.of(
                                    new Tier(100L, new Rate(Money.ZERO, 1)),
                                    new Tier(null, new Rate(Money.ofDollars("0.002"), 1))))),
            Money.ofDollars("0.001"),
            Money.ofDollars("5"),
            new FailureCharges(
                    new FailureCharge.AsUsual(),
                    new FailureCharge.Free(),
                    new FailureCharge.Fixed(Money.ofDollars("0.5")),
                    new FailureCharge.Free(),
                    new FailureCharge.Fixed(Money.ofDollars("0.0001"))));

    private void priceOfTool(Optional<Price> current) {
        Server crm = api.servers.getFirst();
        new PriceDialog(
                        api,
                        new PriceDialog.Subject(crm.id(), crm.name(), "find_customer"),
                        current,
                        () -> api.log.add("changed"))
                .open();
        roundTrip();
    }

    @Test
    void what_is_counted_is_typed_with_its_tiers_bounds_and_failures() {
        priceOfTool(Optional.empty());
        counting(0).setValue(Counting.MONTH);
        click("price-tier-add-0");
        type("price-up-to-0-0", "1000");
        type("price-amount-0-0", "0");
        type("price-amount-0-1", "0.01");
        click(TermsFields.ADD);
        counts(1).setValue(Counted.RESULT_BYTES);
        type("price-amount-1-0", "0.002");
        type("price-per-1-0", "1024");
        click(TermsFields.ADD);
        counts(2).setValue(Counted.ARGUMENT_TOKENS);
        type("price-quantity-max-2", "5000");
        counting(2).setValue(Counting.MONTH);
        click("price-tier-add-2");
        type("price-up-to-2-0", "1000000");
        type("price-amount-2-0", "0");
        type("price-amount-2-1", "3");
        type("price-per-2-1", "1000000");
        click(TermsFields.ADD);
        counts(3).setValue(Counted.IN_RESULT);
        type("price-pointer-3", "/structuredContent/rows");
        type("price-unit-3", "rows");
        type("price-quantity-max-3", "500");
        click("price-tier-add-3");
        type("price-up-to-3-0", "100");
        type("price-amount-3-0", "0");
        type("price-amount-3-1", "0.002");
        type(TermsFields.MINIMUM, "0.001");
        type(TermsFields.MAXIMUM, "5");
        failure("toolerror").setValue("as usual");
        failure("timeout").setValue("0.5");
        failure("refused").setValue("0.0001");
        save();

        Price made = api.prices.getLast();
        assertThat(made.toolName()).isEqualTo("find_customer");
        assertThat(Objects.requireNonNull(made.current()).terms()).isEqualTo(TERMS);
        assertThat(api.log).contains("changed");
    }

    @Test
    void terms_come_back_as_they_were_and_hold_from_the_day_that_is_chosen() {
        Price old = api.prices.getFirst();
        api.prices.set(0, api.createPrice("1", new NewPrice(old.serverId(), null, TERMS, null)));
        priceOfTool(Optional.of(api.prices.getFirst()));
        LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(40);
        at(DatePicker.class, PriceDialog.FROM).setValue(day);

        save();

        assertThat(api.prices.getFirst().upcoming()).singleElement().satisfies(version -> {
            assertThat(version.terms()).isEqualTo(TERMS);
            assertThat(version.effectiveFrom())
                    .isEqualTo(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        });
    }

    @Test
    void what_cannot_be_read_is_said_at_its_field_and_nothing_is_sent() {
        priceOfTool(Optional.empty());
        type("price-amount-0-0", "much");
        type("price-per-0-0", "none");
        type(TermsFields.MAXIMUM, "x");
        save();

        assertThat(field("price-amount-0-0").getErrorMessage()).startsWith("An amount is a decimal");
        assertThat(field("price-per-0-0").getErrorMessage()).startsWith("Is a whole number");
        assertThat(field(TermsFields.MAXIMUM).isInvalid()).isTrue();
        type("price-amount-0-0", "1");
        type("price-per-0-0", "1");
        type(TermsFields.MAXIMUM, "");
        click("price-tier-add-0");
        type("price-amount-0-1", "2");
        save();
        assertThat(counts(0).getErrorMessage()).startsWith("Tiers end one after the other");
        assertThat(api.prices).hasSize(1);
    }

    @Test
    void a_quote_says_what_a_call_would_cost_before_anything_is_set() {
        priceOfTool(Optional.empty());
        type("price-amount-0-0", "0.25");
        test(at(TextArea.class, QuotePanel.RESULT)).setValue("{\"rows\": 3");
        click(QuotePanel.ASK);
        assertThat(at(TextArea.class, QuotePanel.RESULT).isInvalid()).isTrue();

        test(at(TextArea.class, QuotePanel.RESULT)).setValue("{\"rows\": 3}");
        click(QuotePanel.ASK);

        assertThat(at(Paragraph.class, QuotePanel.ANSWER).getText())
                .isEqualTo("0.25 = 1 call x 0.25. The dearest call could cost $5.00.");
        assertThat(api.log).containsExactly("quote null {\"rows\":3} null");
        assertThat(api.prices).hasSize(1);
    }

    @Test
    void what_holds_and_what_is_to_come_is_listed_and_can_be_taken_back() {
        terms_come_back_as_they_were_and_hold_from_the_day_that_is_chosen();
        open(new PricesView(api, admin()));
        grid().select(api.prices.getFirst());
        roundTrip();
        long number = api.prices.getFirst().upcoming().getFirst().version();
        assertThat(text(at(DetailPanel.class, DetailPanel.ID)))
                .contains("holds", "to come", "rows: 0 up to 100, then 0.002, at least 0.001, at most 5");

        click("price-withdraw-" + number);
        test($(ConfirmDialog.class).single()).confirm();

        assertThat(api.prices.getFirst().upcoming()).isEmpty();
    }

    @Test
    void what_is_left_of_its_tiers_stands_with_a_price_that_counts_from_call_to_call() {
        Price old = api.prices.getFirst();
        open(new PricesView(api, admin()));
        grid().select(old);
        roundTrip();
        assertThat(text(at(DetailPanel.class, DetailPanel.ID))).doesNotContain("Left of its tiers");
        api.prices.set(0, api.createPrice("1", new NewPrice(old.serverId(), null, TERMS, null)));
        open(new PricesView(api, admin()));
        grid().select(api.prices.getFirst());
        roundTrip();

        assertThat(text(at(DetailPanel.class, DetailPanel.ID)))
                .contains(
                        "The first 1,000,000 tokens of the result of the month",
                        "80,000 left, 900,000 used, 20,000 at gateways");
    }

    @Test
    void a_price_of_the_catalogue_is_overridden_by_one_of_the_tenants_own_and_not_changed() {
        Price set = api.prices.getFirst();
        api.prices.set(0, fromCatalogue(set, false));
        open(new PricesView(api, admin()));
        grid().select(api.prices.getFirst());
        roundTrip();
        assertThat(text(at(DetailPanel.class, DetailPanel.ID)))
                .contains("the catalogue; a price of your own would hold instead", "Override…");

        click(PriceDetail.CHANGE);
        save();

        assertThat(api.prices).hasSize(2);
        assertThat(Objects.requireNonNull(api.prices.getLast().current()).terms())
                .as("the form begins with what the catalogue says")
                .isEqualTo(Objects.requireNonNull(set.current()).terms());
        assertThat(api.prices.getLast())
                .returns(PriceOrigin.OWN, Price::origin)
                .returns(set.toolName(), Price::toolName);
    }

    @Test
    void a_price_of_the_catalogue_that_does_not_hold_says_so() {
        api.prices.set(0, fromCatalogue(api.prices.getFirst(), true));
        open(new PricesView(api, admin()));
        grid().select(api.prices.getFirst());
        roundTrip();

        assertThat(text(at(DetailPanel.class, DetailPanel.ID))).contains("your own price holds instead", "overridden");
        assertThat(isThere(Button.class, PriceDetail.CHANGE)).isFalse();
    }

    private static Price fromCatalogue(Price price, boolean overridden) {
        return new Price(
                price.id(),
                price.serverId(),
                price.serverName(),
                price.toolName(),
                price.current(),
                price.upcoming(),
                PriceOrigin.CATALOGUE,
                overridden,
                price.createdAt(),
                price.version());
    }

    @Test
    void a_search_and_who_set_a_price_narrow_the_list() {
        PricesView page = open(new PricesView(api, admin()));

        origin().setValue(PriceOrigin.CATALOGUE);
        assertThat(text(page)).contains("No price matches");
        origin().setValue(PriceOrigin.OWN);
        assertThat(test(grid()).size()).isEqualTo(1);
        test(field(PricesView.SEARCH)).setValue("nothing like it");

        assertThat(text(page)).contains("No price matches");
    }

    @SuppressWarnings("unchecked")
    private Select<PriceOrigin> origin() {
        return at(Select.class, PricesView.ORIGIN);
    }

    @Test
    void who_may_not_change_prices_sees_them_and_no_more() {
        open(new PricesView(api, viewer()));
        grid().select(api.prices.getFirst());
        roundTrip();

        assertThat(text(at(DetailPanel.class, DetailPanel.ID))).contains("$0.0025");
        assertThat(isThere(Button.class, PriceDetail.CHANGE)).isFalse();
        assertThat(isThere(Button.class, PricesView.SHEET)).isFalse();
        assertThat(isThere(Anchor.class, PricesView.DOWNLOAD)).isFalse();
    }

    @Test
    void a_sheet_shows_what_it_would_do_before_it_does() {
        open(new PricesView(api, admin()));
        click(PricesView.SHEET);
        test(at(TextArea.class, SheetDialog.SHEET)).setValue("server,amount\ncrm,wrong");
        click(SheetDialog.CHECK);
        click(SheetDialog.CHECK);
        assertThat(cells(SheetDialog.ERRORS, 3)).containsExactly("line 2", "amount", "is a decimal number of dollars");
        assertThat(at(TextArea.class, SheetDialog.SHEET).getErrorMessage()).isEqualTo("Nothing is set: see below.");

        test(at(TextArea.class, SheetDialog.SHEET)).setValue("server,amount\ncrm,0.01");
        assertThat(isThere(Grid.class, SheetDialog.ERRORS)).isFalse();
        click(SheetDialog.CHECK);
        assertThat(text(at(Div.class, SheetDialog.OUTCOME))).contains("Would be: 1 created");
        assertThat(cells(SheetDialog.LINES, 4)).containsExactly("2", "find_customercrm", "created", "0.01 a call");
        save();

        assertThat(api.log).containsExactly("sheet true", "sheet true", "sheet true", "sheet false");
    }

    @Test
    void a_file_takes_the_place_of_what_was_pasted_and_is_looked_at_at_once() {
        SheetDialog dialog = SheetDialog.ofPrices(api, () -> api.log.add("changed"));
        dialog.open();
        roundTrip();
        test(at(TextArea.class, SheetDialog.SHEET)).setValue("pasted before");

        dialog.read("\uFEFFserver,amount\ncrm,0.01".getBytes(StandardCharsets.UTF_8));
        dialog.uploaded();
        roundTrip();

        assertThat(at(TextArea.class, SheetDialog.SHEET).getValue()).endsWith("server,amount\ncrm,0.01");
        assertThat(isThere(Grid.class, SheetDialog.LINES)).isTrue();
        save();
        assertThat(api.log).containsExactly("sheet true", "sheet false", "changed");
    }

    private List<String> cells(String grid, int columns) {
        Grid<?> shown = at(Grid.class, grid);
        return IntStream.range(0, columns)
                .mapToObj(column -> test(shown).getCellText(0, column))
                .toList();
    }

    @Test
    void a_price_is_set_from_the_page_for_a_server_or_one_of_its_tools() {
        open(new PricesView(api, admin()));
        click(PricesView.SET);
        save();
        assertThat(server().isInvalid()).isTrue();

        server().setValue(api.servers.getFirst());
        Tool tool = api.tools.stream()
                .filter(one -> one.serverId().equals(api.servers.getFirst().id()))
                .findFirst()
                .orElseThrow();
        tool().setValue(tool);
        save();
        type("price-amount-0-0", "0.75");
        save();

        assertThat(api.prices.getLast()).returns(tool.name(), Price::toolName);
    }

    @Test
    void what_has_a_price_already_gets_another_version_of_it() {
        Price old = api.prices.getFirst();
        int before = api.prices.size();
        open(new PricesView(api, admin()));
        click(PricesView.SET);
        server().setValue(api.servers.stream()
                .filter(one -> one.id().equals(old.serverId()))
                .findFirst()
                .orElseThrow());
        if (old.toolName() != null) {
            api.tools.stream()
                    .filter(one -> one.name().equals(old.toolName()))
                    .findFirst()
                    .ifPresent(tool()::setValue);
        }
        save();
        type("price-amount-0-0", "0.75");
        save();

        assertThat(api.prices).hasSize(before);
        assertThat(Objects.requireNonNull(api.prices.getFirst().current())
                        .terms()
                        .perCall())
                .contains(Money.ofDollars("0.75"));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Server> server() {
        return at(ComboBox.class, SubjectDialog.SERVER);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Tool> tool() {
        return at(ComboBox.class, SubjectDialog.TOOL);
    }

    private void type(String id, String text) {
        test(field(id)).setValue(text);
    }

    private TextField field(String id) {
        return at(TextField.class, id);
    }

    @SuppressWarnings("unchecked")
    private Select<Counting> counting(int row) {
        return at(Select.class, "price-counting-" + row);
    }

    @SuppressWarnings("unchecked")
    private Select<Counted> counts(int row) {
        return at(Select.class, "price-counts-" + row);
    }

    /** The fields are folded away until somebody looks for them. */
    @SuppressWarnings("unchecked")
    private ComboBox<String> failure(String name) {
        return at(ComboBox.class, "price-" + name);
    }

    @SuppressWarnings("unchecked")
    private Grid<Price> grid() {
        return at(Grid.class, PricesView.GRID);
    }
}
