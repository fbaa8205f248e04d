package dev.tollgate.ui.view.connections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tollgate.model.api.Connection;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.EmptyState;
import dev.tollgate.ui.view.layout.LazyRows;
import dev.tollgate.ui.view.layout.Links;
import dev.tollgate.ui.view.layout.PageHeader;
import dev.tollgate.ui.view.layout.RowMenu;
import dev.tollgate.ui.view.layout.Texts;
import java.util.List;

/** The servers that want a connection of each person. */
final class ConnectionList extends Div {
    static final String GRID = "connections-grid";

    ConnectionList(TollgateApi api) {
        LazyRows<Connection> rows =
                new LazyRows<>(grid(), api::connections, one -> List.of(one.server()), ConnectionList::empty);
        addClassName("page-part");
        add(
                new PageHeader(
                        "Connections",
                        "Servers that your agents call as you, with an account or headers of your own. Connect each once;"
                                + " nobody else's calls use it, and only those clients of yours that you allow."),
                rows);
        rows.reload();
    }

    private static Component empty() {
        return new EmptyState(
                VaadinIcon.LINK,
                "Nothing to connect",
                "No server of your organization wants an account or headers of each person. When one does, it stands here.");
    }

    private static Grid<Connection> grid() {
        Grid<Connection> grid = new Grid<>();
        grid.setId(GRID);
        grid.addComponentColumn(one -> Links.text(one.serverName(), address(one)))
                .setHeader("Server")
                .setWidth("10rem")
                .setFlexGrow(2);
        grid.addComponentColumn(one -> Cells.note(ConnectionWords.by(one)))
                .setHeader("Knows you by")
                .setWidth("12rem")
                .setFlexGrow(3);
        grid.addComponentColumn(one -> ConnectionWords.state(one))
                .setHeader("State")
                .setWidth("11rem")
                .setFlexGrow(1);
        grid.addComponentColumn(ConnectionList::toDo)
                .setHeader("What to do")
                .setWidth("12rem")
                .setFlexGrow(1);
        grid.addColumn(ConnectionWords::until)
                .setHeader("Token valid until")
                .setWidth("11rem")
                .setFlexGrow(0);
        grid.addColumn(one -> one.clients().size())
                .setHeader("Clients allowed")
                .setWidth("8rem")
                .setFlexGrow(0);
        RowMenu.column(
                grid,
                one -> new RowMenu("the connection to " + one.serverName())
                        .action("Open", () -> UI.getCurrent().navigate(address(one))));
        return grid;
    }

    private static Component toDo(Connection one) {
        String words = ConnectionWords.toDo(one);
        return words.isEmpty() ? Cells.small(Texts.NONE) : Links.text(words, address(one));
    }

    private static String address(Connection one) {
        return "connections/" + one.server();
    }
}
