package dev.tollgate.ui.view.prices;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.CataloguePrice;
import dev.tollgate.model.api.Me;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.ConsoleLayout;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.Rights;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueViewTest extends PageTest {
    private static final String VENDOR = "https://mcp.vendor.example/v1";

    private void add(String address, String tool, String dollars) {
        test(at(TextField.class, CatalogueDialog.ADDRESS)).setValue(address);
        test(at(TextField.class, CatalogueDialog.TOOL)).setValue(tool);
        test(at(TextField.class, "price-amount-0-0")).setValue(dollars);
        save();
    }

    @Test
    void the_first_price_is_added_from_the_empty_page() {
        assertThat(text(open(new CatalogueView(api)))).contains("Nothing in the catalogue");

        click(CatalogueView.ADD_FIRST);
        add(VENDOR, "", "0.25");

        assertThat(api.catalogue)
                .singleElement()
                .returns(VENDOR, CataloguePrice::address)
                .returns(null, CataloguePrice::toolName);
    }

    @Test
    void a_price_gets_other_terms_from_a_day_on_and_they_can_be_taken_back() {
        the_first_price_is_added_from_the_empty_page();
        select();
        click(CatalogueView.CHANGE);
        assertThat(at(TextField.class, CatalogueDialog.ADDRESS).isReadOnly()).isTrue();
        test(at(TextField.class, "price-amount-0-0")).setValue("0.5");
        at(BeginField.class, CatalogueDialog.FROM)
                .setValue(LocalDate.now(ZoneOffset.UTC).plusDays(40));
        save();
        assertThat(api.catalogue.getFirst().upcoming()).hasSize(1);

        select();
        assertThat(text(at(DetailPanel.class, DetailPanel.ID))).contains("$0.25", "$0.50", "to come");
        click("price-withdraw-2");
        test($(ConfirmDialog.class).single()).confirm();

        assertThat(api.catalogue.getFirst().upcoming()).isEmpty();
    }

    @Test
    void a_search_narrows_and_says_when_nothing_matches() {
        CatalogueView page = open(new CatalogueView(api));
        click(CatalogueView.ADD);
        add(VENDOR, "search", "0.25");

        test(at(TextField.class, CatalogueView.SEARCH)).setValue("nothing like it");

        assertThat(text(page)).contains("No price matches");
    }

    @Test
    void a_sheet_shows_what_it_would_do_to_the_catalogue_before_it_does() {
        open(new CatalogueView(api));
        assertThat(isThere(Anchor.class, CatalogueView.DOWNLOAD)).isTrue();
        click(CatalogueView.SHEET);
        test(at(TextArea.class, SheetDialog.SHEET)).setValue("address,tool,measure,amount");
        click(SheetDialog.CHECK);
        assertThat(text(at(Div.class, SheetDialog.OUTCOME))).contains("Would be: 1 created");
        assertThat(test(at(Grid.class, SheetDialog.LINES)).getCellText(0, 1)).contains("find_customer", VENDOR);
        save();

        assertThat(api.log).containsExactly("catalogue sheet true", "catalogue sheet false");
    }

    @Test
    void operators_alone_have_it_in_their_navigation() {
        Me operator = new Me("1", "operator@tollgate.example", List.of("operator"), null, null);

        assertThat(text(new ConsoleLayout(new Rights(operator), api))).contains("Operator", "Catalogue");
        assertThat(text(new ConsoleLayout(admin(), api))).doesNotContain("Catalogue");
    }

    private void select() {
        grid().select(api.catalogue.getFirst());
        roundTrip();
    }

    @SuppressWarnings("unchecked")
    private Grid<CataloguePrice> grid() {
        return at(Grid.class, CatalogueView.GRID);
    }
}
