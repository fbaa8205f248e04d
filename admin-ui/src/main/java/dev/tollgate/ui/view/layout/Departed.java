package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import dev.tollgate.model.api.ConnectionDeparture;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who was sent to a provider from this browser's session. What proves it stays here: no address of a page has it, so nobody
 * who comes with an address of somebody else's can finish what they began.
 */
public final class Departed implements Serializable {
    /** Of one session; the oldest makes room, as at the control plane. */
    private static final int MAX = 10;

    private final Deque<Binding> bindings = new ArrayDeque<>();

    private record Binding(UUID departure, String secret) implements Serializable {
        @Override
        public String toString() {
            return "binding of " + departure;
        }
    }

    /** Notes it, and leads the browser there. */
    public static void to(ConnectionDeparture departure) {
        note(departure);
        UI.getCurrent().getPage().setLocation(departure.address());
    }

    /** Notes it alone. */
    public static void note(ConnectionDeparture departure) {
        VaadinSession session = VaadinSession.getCurrent();
        @Nullable Departed before = session.getAttribute(Departed.class);
        Departed departed = before == null ? new Departed() : before;
        if (departed.bindings.size() >= MAX) {
            departed.bindings.removeFirst();
        }
        departed.bindings.addLast(new Binding(departure.id(), departure.binding()));
        session.setAttribute(Departed.class, departed);
    }

    /** Once; empty if it was not from this session. */
    public static Optional<String> binding(UUID departure) {
        @Nullable Departed departed = VaadinSession.getCurrent().getAttribute(Departed.class);
        if (departed == null) {
            return Optional.empty();
        }
        Optional<Binding> found = departed.bindings.stream()
                .filter(one -> one.departure().equals(departure))
                .findFirst();
        found.ifPresent(departed.bindings::remove);
        return found.map(Binding::secret);
    }
}
