package dev.tollgate.ui.view.home;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tollgate.model.api.Tenant;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.EmptyState;
import dev.tollgate.ui.view.layout.LazyRows;
import dev.tollgate.ui.view.layout.Texts;

/** The organizations that exist, for an operator. */
final class Organizations extends Div {
    Organizations(TollgateApi api) {
        addClassName("panel");
        Grid<Tenant> grid = new Grid<>();
        grid.addColumn(Tenant::name).setHeader("Organization");
        grid.addColumn(Tenant::slug).setHeader("Short name");
        grid.addColumn(Tenant::region).setHeader("Region");
        grid.addColumn(tenant -> Texts.minute(tenant.createdAt())).setHeader("Since");
        LazyRows<Tenant> rows = new LazyRows<>(
                grid,
                api::tenants,
                Tenant::id,
                () -> new EmptyState(
                        VaadinIcon.OFFICE, "No organization yet", "Create one with POST /api/v1/tenants."));
        rows.addClassName("rows-small");
        add(new H2("Organizations"), rows);
        rows.reload();
    }
}
