package dev.tollgate.ui.view.models;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.WithdrawModelVersion;
import dev.tollgate.model.price.ModelVersion;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.Confirmation;
import dev.tollgate.ui.view.layout.ConsoleLayout;
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

/** What the providers of the tenant's models take for tokens. */
@Route(value = "models", layout = ConsoleLayout.class)
@PageTitle("Models · Tollgate")
@RolesAllowed({Roles.OWNER, Roles.ADMIN, Roles.TOOL_ADMIN, Roles.FINANCE, Roles.AUDITOR, Roles.VIEWER})
public final class ModelsView extends Div {
    public static final String PAGE = "page-models";
    public static final String CREATE = "models-create";
    public static final String GRID = "models-grid";
    public static final String SEARCH = "models-search";

    private final TollgateApi api;
    private final Rights rights;
    private final SearchField search = new SearchField(SEARCH, "models", "name", this::reload);
    private final LazyRows<Model> rows;
    private final RowsWithDetail<Model> content;

    public ModelsView(TollgateApi api, Rights rights) {
        this.api = api;
        this.rights = rights;
        setId(PAGE);
        addClassName("page");
        Div filters = new Div(search);
        filters.addClassName("filters");
        rows = new LazyRows<>(
                grid(), (limit, cursor) -> api.models(search.text(), limit, cursor), Model::id, this::empty);
        content = new RowsWithDetail<>(rows, "30rem", this::detail);
        add(
                new PageHeader(
                        "Models",
                        "What a model's provider takes for the tokens that tools put before it. Reports show it beside"
                                + " what tools cost; no budget is spent by it.",
                        rights.changePrices() ? new Component[] {create(CREATE, false)} : new Component[0]),
                filters,
                content);
        rows.reload();
    }

    private Button create(String id, boolean first) {
        Button create =
                new Button("Add a model", VaadinIcon.PLUS.create(), event -> ModelDialog.add(api, first, this::reload));
        create.setId(id);
        create.addThemeVariants(ButtonVariant.PRIMARY);
        return create;
    }

    private Component empty() {
        if (!search.isEmpty()) {
            return new EmptyState(
                    VaadinIcon.SEARCH, "No model matches", "Search for a part of a name, or clear the search.");
        }
        return new EmptyState(
                VaadinIcon.COMMENT_O,
                "No model yet",
                "Tokens are not counted. Add the model that your agents use most, with the rates of its provider's price"
                        + " list, and make it the standard one: agents need not name it then.",
                rights.changePrices() ? new Component[] {create("models-create-first", true)} : new Component[0]);
    }

    private Grid<Model> grid() {
        Grid<Model> grid = new Grid<>();
        grid.setId(GRID);
        grid.addComponentColumn(model -> Cells.code(model.name(), ModelWords.shortly(model.encoding())))
                .setHeader("Model")
                .setWidth("11rem")
                .setFlexGrow(2);
        grid.addComponentColumn(model -> model.standard() ? Badges.good("standard") : new Span())
                .setHeader("Holds without a name")
                .setWidth("12rem")
                .setFlexGrow(0);
        grid.addComponentColumn(model -> Cells.note(rates(model)))
                .setHeader("A million tokens cost")
                .setWidth("13rem")
                .setFlexGrow(3);
        grid.addColumn(ModelsView::next)
                .setHeader("Next change")
                .setWidth("11rem")
                .setFlexGrow(1);
        RowMenu.column(grid, this::menu);
        return grid;
    }

    private static String rates(Model model) {
        ModelVersion current = model.current();
        return current == null ? "nothing yet" : ModelWords.rates(current.rates());
    }

    private static String next(Model model) {
        return model.upcoming().isEmpty()
                ? Texts.NONE
                : Texts.minute(model.upcoming().getFirst().effectiveFrom());
    }

    private RowMenu menu(Model model) {
        RowMenu menu = new RowMenu("model " + model.name());
        return rights.changePrices()
                ? menu.action("Change rates…", () -> change(model))
                        .action("Edit…", () -> ModelDialog.edit(api, model, this::reload))
                        .danger("Delete…", () -> delete(model))
                : menu;
    }

    private Component detail(Model model) {
        return new ModelDetail(model, rights.changePrices(), this::change, this::withdraw, content::close);
    }

    private void change(Model model) {
        new RatesDialog(api, model, this::reload).open();
    }

    private void withdraw(Model model, ModelVersion version) {
        Confirmation.ask(
                "Withdraw version " + version.version() + "?",
                "Tokens go on costing what the version before it says.",
                "Withdraw",
                () -> {
                    api.withdrawModelVersion(
                            model.id(), IfMatch.version(model.version()), new WithdrawModelVersion(version.version()));
                    Notices.done("Version " + version.version() + " will not hold.");
                    reload();
                });
    }

    private void delete(Model model) {
        Confirmation.ask(
                "Delete the model " + model.name() + "?",
                "Its tokens cost nothing from now on. Calls that were made keep their cost, and go on to explain it.",
                "Delete",
                () -> {
                    api.deleteModel(model.id(), IfMatch.version(model.version()));
                    Notices.done("The model " + model.name() + " is deleted.");
                    reload();
                });
    }

    private void reload() {
        content.close();
        rows.reload();
    }
}
