package dev.tollgate.ui.view.prices;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.Price;
import dev.tollgate.model.api.PriceOrigin;
import dev.tollgate.model.api.TierUsage;
import dev.tollgate.model.api.WithdrawPriceVersion;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.Confirmation;
import dev.tollgate.ui.view.layout.ConsoleLayout;
import dev.tollgate.ui.view.layout.CsvDownload;
import dev.tollgate.ui.view.layout.EmptyState;
import dev.tollgate.ui.view.layout.LazyRows;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.PageHeader;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.Roles;
import dev.tollgate.ui.view.layout.RowMenu;
import dev.tollgate.ui.view.layout.RowsWithDetail;
import dev.tollgate.ui.view.layout.SearchField;
import dev.tollgate.ui.view.layout.Texts;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What calls cost: the prices of servers and tools, with the versions that hold and those to come. */
@Route(value = "prices", layout = ConsoleLayout.class)
@PageTitle("Prices · Tollgate")
@RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.TOOL_ADMIN, Roles.FINANCE, Roles.AUDITOR, Roles.VIEWER})
public final class PricesView extends Div {
    public static final String PAGE = "page-prices";
    public static final String GRID = "prices-grid";
    public static final String DOWNLOAD = "prices-download";
    public static final String SET = "prices-set";
    public static final String SET_FIRST = "prices-set-first";
    public static final String SHEET = "prices-sheet";
    public static final String SEARCH = "prices-search";
    public static final String ORIGIN = "prices-origin";

    private static final String ALL = "Set by anybody";

    private final TollgateApi api;
    private final Rights rights;
    private final SearchField search = new SearchField(SEARCH, "prices", "server or tool", this::reload);
    private final Select<PriceOrigin> origin = new Select<>();
    private final LazyRows<Price> rows;
    private final RowsWithDetail<Price> content;

    public PricesView(TollgateApi api, Rights rights) {
        this.api = api;
        this.rights = rights;
        setId(PAGE);
        addClassName("page");
        origin.setId(ORIGIN);
        origin.setPlaceholder(ALL);
        origin.setAriaLabel("Set by");
        origin.setEmptySelectionAllowed(true);
        origin.setEmptySelectionCaption(ALL);
        origin.setItems(PriceOrigin.values());
        origin.setItemLabelGenerator(PricesView::words);
        origin.addValueChangeListener(event -> reload());
        Div filters = new Div(search, origin);
        filters.addClassName("filters");
        rows = new LazyRows<>(
                grid(),
                (limit, cursor) -> api.prices(search.text(), null, origin.getValue(), limit, cursor),
                Price::id,
                this::empty);
        content = new RowsWithDetail<>(rows, "30rem", this::detail);
        add(
                new PageHeader(
                        "Prices",
                        "What a call costs. A tool's price goes before its server's, and yours before the catalogue's. Calls without"
                                + " any are free.",
                        actions()),
                filters,
                content);
        rows.reload();
    }

    private Component[] actions() {
        List<Component> actions = new ArrayList<>();
        if (rights.seePriceSheet()) {
            actions.add(new CsvDownload(DOWNLOAD, "tollgate-prices.csv", api::priceSheet));
        }
        if (rights.changePrices()) {
            Button sheet = new Button(
                    "Upload a sheet…",
                    VaadinIcon.TABLE.create(),
                    event -> SheetDialog.ofPrices(api, this::reload).open());
            sheet.setId(SHEET);
            actions.add(sheet);
            actions.add(set(SET));
        }
        return actions.toArray(Component[]::new);
    }

    private Button set(String id) {
        Button set = new Button(
                "Set a price…", VaadinIcon.PLUS.create(), event -> new SubjectDialog(api, this::reload).open());
        set.setId(id);
        set.addThemeVariants(ButtonVariant.PRIMARY);
        return set;
    }

    private static String words(@Nullable PriceOrigin origin) {
        return switch (origin) {
            case null -> ALL;
            case OWN -> "Set by you";
            case CATALOGUE -> "From the catalogue";
        };
    }

    private Component empty() {
        if (!search.isEmpty() || origin.getValue() != null) {
            return new EmptyState(
                    VaadinIcon.SEARCH,
                    "No price matches",
                    "Search for a part of a server's or a tool's name, or show those of anybody.");
        }
        return new EmptyState(
                VaadinIcon.COIN_PILES,
                "No price yet",
                "All calls are free. A price holds for all tools of a server, or for a single tool.",
                rights.changePrices() ? new Component[] {set(SET_FIRST)} : new Component[0]);
    }

    private Grid<Price> grid() {
        Grid<Price> grid = new Grid<>();
        grid.setId(GRID);
        grid.addComponentColumn(price -> price.toolName() == null
                        ? Cells.named(price.serverName(), "every tool without a price of its own")
                        : Cells.code(price.toolName(), price.serverName()))
                .setHeader("Price of")
                .setWidth("10rem")
                .setFlexGrow(2);
        grid.addComponentColumn(PricesView::costs)
                .setHeader("A call costs")
                .setWidth("12rem")
                .setFlexGrow(3);
        grid.addColumn(PricesView::next)
                .setHeader("Next change")
                .setWidth("11rem")
                .setFlexGrow(1);
        RowMenu.column(grid, this::menu);
        return grid;
    }

    private static Component costs(Price price) {
        return switch (price.origin()) {
            case OWN -> Cells.note(Texts.price(price));
            case CATALOGUE ->
                Cells.stack(
                        Cells.note(Texts.price(price)),
                        Cells.small(price.overridden() ? "from the catalogue, overridden" : "from the catalogue"));
        };
    }

    private static String next(Price price) {
        return price.upcoming().isEmpty()
                ? Texts.NONE
                : Texts.minute(price.upcoming().getFirst().effectiveFrom());
    }

    private RowMenu menu(Price price) {
        RowMenu menu = new RowMenu("price of " + PriceDialog.Subject.of(price).words());
        if (!rights.changePrices() || price.overridden()) {
            return menu;
        }
        return switch (price.origin()) {
            case OWN -> menu.action("Change…", () -> change(price)).danger("Delete…", () -> delete(price));
            case CATALOGUE -> menu.action("Override…", () -> change(price));
        };
    }

    private Component detail(Price price) {
        List<TierUsage> usages =
                price.current() != null && price.current().terms().goesOn() ? api.tierUsage(price.id()) : List.of();
        return new PriceDetail(price, usages, rights.changePrices(), this::change, this::withdraw, content::close);
    }

    private void change(Price price) {
        PriceDialog.Subject subject = PriceDialog.Subject.of(price);
        switch (price.origin()) {
            case OWN -> new PriceDialog(api, subject, Optional.of(price), this::reload).open();
            case CATALOGUE ->
                new PriceDialog(api, subject, Optional.empty(), this::reload)
                        .overriding(price)
                        .open();
        }
    }

    private void withdraw(Price price, PriceVersion version) {
        Confirmation.ask(
                "Withdraw version " + version.version() + "?",
                "Calls go on costing what the version before it says.",
                "Withdraw",
                () -> {
                    api.withdrawPriceVersion(
                            price.id(), IfMatch.version(price.version()), new WithdrawPriceVersion(version.version()));
                    Notices.done("Version " + version.version() + " will not hold.");
                    reload();
                });
    }

    private void delete(Price price) {
        Confirmation.ask(
                "Delete the price of " + PriceDialog.Subject.of(price).words() + "?",
                "Calls cost what the server's price says, or nothing. Calls that were made keep their price.",
                "Delete",
                () -> {
                    api.deletePrice(price.id(), IfMatch.version(price.version()));
                    Notices.done("The price is deleted.");
                    reload();
                });
    }

    private void reload() {
        content.close();
        rows.reload();
    }
}
