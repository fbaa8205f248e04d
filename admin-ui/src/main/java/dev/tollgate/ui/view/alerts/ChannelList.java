package dev.tollgate.ui.view.alerts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tollgate.model.api.AlertChannel;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.Confirmation;
import dev.tollgate.ui.view.layout.EmptyState;
import dev.tollgate.ui.view.layout.LazyRows;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.RowMenu;
import java.util.Optional;

/** The channels of a tenant: made, tried, changed and deleted. */
final class ChannelList extends Composite<Div> {
    static final String CREATE = "alerts-create";
    static final String GRID = "channels-grid";

    private final TollgateApi api;
    private final boolean mayChange;
    private final Runnable raised;
    private final LazyRows<AlertChannel> rows;

    /**
     * @param raised runs when an alert was raised from here
     */
    ChannelList(TollgateApi api, boolean mayChange, Runnable raised) {
        this.api = api;
        this.mayChange = mayChange;
        this.raised = raised;
        rows = new LazyRows<>(grid(), api::alertChannels, AlertChannel::id, this::empty);
        getContent().addClassName("channels");
        if (mayChange) {
            getContent().add(create(CREATE));
        }
        getContent().add(rows);
        rows.reload();
    }

    private Button create(String id) {
        Button create = new Button("Add a channel", VaadinIcon.PLUS.create(), event -> edit(Optional.empty()));
        create.setId(id);
        create.addThemeVariants(ButtonVariant.PRIMARY);
        create.addClassName("at-start");
        return create;
    }

    private Component empty() {
        return new EmptyState(
                VaadinIcon.PAPERPLANE_O,
                "No channel yet",
                "Alerts stand here alone. A webhook or mail takes them to where people look.");
    }

    private Grid<AlertChannel> grid() {
        Grid<AlertChannel> grid = new Grid<>();
        grid.setId(GRID);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(channel -> Cells.named(channel.name(), where(channel)))
                .setHeader("Channel")
                .setWidth("18rem")
                .setFlexGrow(4);
        grid.addComponentColumn(channel -> Badges.neutral(ChannelDialog.words(channel.kind())))
                .setHeader("Kind")
                .setWidth("7rem")
                .setFlexGrow(0);
        grid.addComponentColumn(channel -> channel.enabled() ? Badges.good("on") : Badges.waiting("off"))
                .setHeader("State")
                .setWidth("6rem")
                .setFlexGrow(0);
        if (mayChange) {
            RowMenu.column(grid, this::menu);
        }
        return grid;
    }

    private static String where(AlertChannel channel) {
        return channel.url() == null
                ? String.join(", ", channel.addresses())
                : channel.url().toString();
    }

    private RowMenu menu(AlertChannel channel) {
        RowMenu menu = new RowMenu("channel " + channel.name()).action("Send a test", () -> test(channel));
        if (channel.kind() == AlertChannel.Kind.WEBHOOK) {
            menu = menu.action("New signing secret…", () -> secret(channel));
        }
        return menu.action("Edit…", () -> edit(Optional.of(channel))).danger("Delete…", () -> delete(channel));
    }

    private void edit(Optional<AlertChannel> channel) {
        new ChannelDialog(api, channel, rows::reload).open();
    }

    private void test(AlertChannel channel) {
        try {
            api.testAlertChannel(channel.id());
            Notices.done("A test is on its way to " + channel.name() + ". What became of it stands above.");
            raised.run();
        } catch (ApiProblem problem) {
            Notices.problem(problem);
        }
    }

    private void secret(AlertChannel channel) {
        Confirmation.ask(
                "Give " + channel.name() + " a new signing secret?",
                "The receiver needs it at once: messages are signed with it from now on, and with the one before no more.",
                "New secret",
                () -> new SecretDialog(
                                channel.name(),
                                api.renewAlertChannelSecret(channel.id()).secret())
                        .open());
    }

    private void delete(AlertChannel channel) {
        Confirmation.ask(
                "Delete the channel " + channel.name() + "?",
                "Alerts that are on their way to it are not sent. What was raised stays in the list.",
                "Delete",
                () -> {
                    api.deleteAlertChannel(channel.id(), IfMatch.version(channel.version()));
                    Notices.done("The channel " + channel.name() + " is deleted.");
                    rows.reload();
                });
    }
}
