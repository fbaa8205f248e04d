package dev.tollgate.ui.view.prices;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.CataloguePrice;
import dev.tollgate.model.api.WithdrawPriceVersion;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.Confirmation;
import dev.tollgate.ui.view.layout.ConsoleLayout;
import dev.tollgate.ui.view.layout.CsvDownload;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.EmptyState;
import dev.tollgate.ui.view.layout.LazyRows;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.PageHeader;
import dev.tollgate.ui.view.layout.Roles;
import dev.tollgate.ui.view.layout.RowMenu;
import dev.tollgate.ui.view.layout.RowsWithDetail;
import dev.tollgate.ui.view.layout.SearchField;
import dev.tollgate.ui.view.layout.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;

/** What the operator says that tools cost, for organizations that have not said otherwise. */
@Route(value = "catalogue", layout = ConsoleLayout.class)
@PageTitle("Catalogue · Tollgate")
@RolesAllowed(Roles.OPERATOR)
public final class CatalogueView extends Div {
    public static final String PAGE = "page-catalogue";
    public static final String GRID = "catalogue-grid";
    public static final String SEARCH = "catalogue-search";
    public static final String ADD = "catalogue-add";
    public static final String ADD_FIRST = "catalogue-add-first";
    public static final String DOWNLOAD = "catalogue-download";
    public static final String SHEET = "catalogue-sheet";
    public static final String CHANGE = "catalogue-change";

    private final TollgateApi api;
    private final SearchField search = new SearchField(SEARCH, "the catalogue", "address or tool", this::reload);
    private final LazyRows<CataloguePrice> rows;
    private final RowsWithDetail<CataloguePrice> content;

    public CatalogueView(TollgateApi api) {
        this.api = api;
        setId(PAGE);
        addClassName("page");
        Div filters = new Div(search);
        filters.addClassName("filters");
        rows = new LazyRows<>(
                grid(),
                (limit, cursor) -> api.cataloguePrices(search.text(), limit, cursor),
                CataloguePrice::id,
                this::empty);
        content = new RowsWithDetail<>(rows, "30rem", this::detail);
        add(
                new PageHeader(
                        "Catalogue",
                        "What tools cost at servers of every organization that sets no price of its own for them.",
                        new CsvDownload(DOWNLOAD, "tollgate-catalogue.csv", api::catalogueSheet),
                        sheet(),
                        adding(ADD)),
                filters,
                content);
        rows.reload();
    }

    private Button sheet() {
        Button sheet = new Button(
                "Upload a sheet…",
                VaadinIcon.TABLE.create(),
                event -> SheetDialog.ofCatalogue(api, this::reload).open());
        sheet.setId(SHEET);
        return sheet;
    }

    private Button adding(String id) {
        Button add = new Button("Add a price", VaadinIcon.PLUS.create(), event -> dialog(Optional.empty()));
        add.setId(id);
        add.addThemeVariants(ButtonVariant.PRIMARY);
        return add;
    }

    private Component empty() {
        return search.isEmpty()
                ? new EmptyState(
                        VaadinIcon.BOOK_DOLLAR,
                        "Nothing in the catalogue",
                        "Calls cost what organizations say themselves. A price here holds for the servers at an address"
                                + " and below, in each organization that says nothing else.",
                        adding(ADD_FIRST))
                : new EmptyState(
                        VaadinIcon.SEARCH,
                        "No price matches",
                        "Search for a part of an address or of a tool's name, or clear the search.");
    }

    private Grid<CataloguePrice> grid() {
        Grid<CataloguePrice> grid = new Grid<>();
        grid.setId(GRID);
        grid.addComponentColumn(price -> price.toolName() == null
                        ? Cells.named(price.address(), "every tool without a price of its own")
                        : Cells.code(price.toolName(), price.address()))
                .setHeader("Price of")
                .setWidth("14rem")
                .setFlexGrow(3);
        grid.addComponentColumn(price -> Cells.note(costs(price)))
                .setHeader("A call costs")
                .setWidth("12rem")
                .setFlexGrow(2);
        grid.addColumn(price -> price.upcoming().isEmpty()
                        ? Texts.NONE
                        : Texts.minute(price.upcoming().getFirst().effectiveFrom()))
                .setHeader("Next change")
                .setWidth("11rem")
                .setFlexGrow(1);
        RowMenu.column(grid, this::menu);
        return grid;
    }

    private static String costs(CataloguePrice price) {
        PriceVersion current = price.current();
        return current == null ? "nothing yet" : Texts.terms(current.terms());
    }

    private RowMenu menu(CataloguePrice price) {
        return new RowMenu("price of " + words(price))
                .action("Change…", () -> dialog(Optional.of(price)))
                .danger("Delete…", () -> delete(price));
    }

    private static String words(CataloguePrice price) {
        return (price.toolName() == null ? "every tool" : price.toolName()) + " at " + price.address();
    }

    private Component detail(CataloguePrice price) {
        DetailPanel panel = new DetailPanel(price.toolName() == null ? "Every tool" : price.toolName(), content::close);
        panel.fact("Address", price.address())
                .fact("Holds for", price.toolName() == null ? "tools without a price of their own" : "this tool")
                .fact("Added on", Texts.minute(price.createdAt()));
        VersionSections.now(panel, price.current(), Badges.good("holds"));
        // The only version is taken back with its price.
        boolean others = price.current() != null || price.upcoming().size() > 1;
        VersionSections.toCome(panel, price.upcoming(), others, version -> withdraw(price, version));
        Button change = new Button("Change…", event -> dialog(Optional.of(price)));
        change.setId(CHANGE);
        change.addThemeVariants(ButtonVariant.PRIMARY);
        panel.actions(change);
        return panel;
    }

    private void dialog(Optional<CataloguePrice> price) {
        new CatalogueDialog(api, price, this::reload).open();
    }

    private void withdraw(CataloguePrice price, PriceVersion version) {
        Confirmation.ask(
                "Withdraw version " + version.version() + "?",
                "Calls go on costing what the version before it says.",
                "Withdraw",
                () -> {
                    api.withdrawCataloguePriceVersion(
                            price.id(), IfMatch.version(price.version()), new WithdrawPriceVersion(version.version()));
                    Notices.done("Version " + version.version() + " will not hold.");
                    reload();
                });
    }

    private void delete(CataloguePrice price) {
        Confirmation.ask(
                "Delete the price of " + words(price) + "?",
                "Organizations that have no price of their own pay what a shorter address says, or nothing. Calls that were"
                        + " made keep their price.",
                "Delete",
                () -> {
                    api.deleteCataloguePrice(price.id(), IfMatch.version(price.version()));
                    Notices.done("The price is deleted.");
                    reload();
                });
    }

    private void reload() {
        content.close();
        rows.reload();
    }
}
