package dev.tollgate.ui.view.connections;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.Connection;
import dev.tollgate.model.api.NewDeparture;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Departed;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.Polling;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A person's account at a server's provider: connected, renewed, disconnected. */
final class OwnAccount extends Div {
    static final String CONNECT = "connection-connect";
    static final String RENEW = "connection-renew";
    static final String DISCONNECT = "connection-disconnect";

    private static final int POLL_MILLIS = 2_000;

    private final TollgateApi api;
    private final Connection connection;

    /**
     * @param disconnect asks first
     * @param changed shows what it is now
     */
    OwnAccount(TollgateApi api, Connection connection, Runnable disconnect, Consumer<Connection> changed) {
        this.api = api;
        this.connection = connection;
        @Nullable AccessTokenStatus token = connection.token();
        Div box = Panels.panel("Your account there", ConnectionWords.state(connection));
        if (token != null && token.reason() != null) {
            Div reason = new Div(token.reason());
            reason.addClassName("bad-box");
            box.add(reason);
        }
        box.add(Panels.facts(connection), actions(token, disconnect));
        add(box);
        if (token != null) {
            Polling.whileShown(this, POLL_MILLIS, () -> look(changed));
        }
    }

    private Div actions(@Nullable AccessTokenStatus token, Runnable disconnect) {
        Button connect = new Button(
                token == null ? "Connect…" : "Connect anew…",
                event -> Departed.to(api.depart(connection.server(), new NewDeparture(null, null))));
        connect.setId(CONNECT);
        if (token == null || token.state() == AccessTokenStatus.State.NEEDS_ATTENTION) {
            connect.addThemeVariants(ButtonVariant.PRIMARY);
        }
        if (token == null) {
            return Panels.buttons(connect);
        }
        Button renew = new Button("Renew now", event -> renew());
        renew.setId(RENEW);
        Button end = new Button("Disconnect…", event -> disconnect.run());
        end.setId(DISCONNECT);
        return Panels.buttons(connect, renew, end);
    }

    /** What comes of it is shown as soon as it is there. */
    private void renew() {
        api.renewConnection(connection.server());
        Notices.done("The provider is asked for a new token.");
    }

    private void look(Consumer<Connection> changed) {
        Connection now = api.connection(connection.server());
        if (!Objects.equals(now.token(), connection.token())) {
            changed.accept(now);
        }
    }
}
