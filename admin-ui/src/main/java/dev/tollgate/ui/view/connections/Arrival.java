package dev.tollgate.ui.view.connections;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.icon.VaadinIcon;
import dev.tollgate.model.api.ConnectionMade;
import dev.tollgate.model.api.ConnectionReturn;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Departed;
import dev.tollgate.ui.view.layout.EmptyState;
import dev.tollgate.ui.view.layout.Links;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody who comes back from a provider. */
final class Arrival {
    private Arrival() {}

    /** Nothing of it was begun in this session, so nothing of it is sent on. */
    static final class NotHere extends Exception {
        NotHere(String why) {
            super(why);
        }
    }

    static ConnectionMade finish(TollgateApi api, @Nullable String departure, @Nullable String handle) throws NotHere {
        UUID id = id(departure);
        if (id == null || handle == null) {
            throw new NotHere(
                    "It brings nothing that was asked for: it was used already, or is older than ten minutes.");
        }
        String binding = Departed.binding(id)
                .orElseThrow(() -> new NotHere(
                        "It was not begun in this browser and session. If you did not begin it yourself, somebody"
                                + " wanted you to connect your account for them: you are not connected."));
        return api.finishConnection(new ConnectionReturn(id, handle, binding));
    }

    static Component refused(String why) {
        return new EmptyState(
                VaadinIcon.UNLINK,
                "You are not connected",
                why + " Nothing was kept. Begin again from here.",
                Links.button("Go to your connections", "connections"));
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
