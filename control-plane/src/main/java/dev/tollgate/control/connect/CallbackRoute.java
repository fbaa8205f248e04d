package dev.tollgate.control.connect;

import dev.tollgate.control.oauth.Callback;
import dev.tollgate.control.oauth.PublicAddress;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.model.wire.WireJson;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Where browsers come back to from providers, with nobody signed in. It looks at the shape alone, notes what came for
 * whoever began, and leads to the console, where they are known; no provider is asked anything here.
 */
@ApplicationScoped
class CallbackRoute {
    private static final Logger LOG = Logger.getLogger(CallbackRoute.class);

    /** Of one parameter. */
    private static final int CHARS_MAX = 8 * 1024;

    private final DepartureStore store;
    private final MasterSeal master;
    private final ConsoleAddress console;

    CallbackRoute(DepartureStore store, MasterSeal master, ConsoleAddress console) {
        this.store = store;
        this.master = master;
        this.console = console;
    }

    void route(@Observes Router router) {
        router.get(PublicAddress.CALLBACK).blockingHandler(this::answer, false);
    }

    private void answer(RoutingContext context) {
        URI next = read(context).flatMap(this::note).orElseGet(console::lost);
        context.response()
                .setStatusCode(303)
                .putHeader(HttpHeaderNames.LOCATION, next.toString())
                .putHeader(HttpHeaderNames.CACHE_CONTROL, "no-store")
                .putHeader("Referrer-Policy", "no-referrer")
                .end();
    }

    private Optional<URI> note(Callback callback) {
        try {
            return store.waiting(Secrets.sha256(String.valueOf(callback.state())))
                    .flatMap(departure -> note(departure, callback));
        } catch (RuntimeException e) {
            LOG.warnf("a return from a provider could not be noted: %s", e.getClass());
            LOG.debug("why it could not", e);
            return Optional.empty();
        }
    }

    private Optional<URI> note(UUID departure, Callback callback) {
        String handle = Secrets.next();
        byte[] returned = master.seal(WireJson.encode(callback), DepartureRow.returnBound(departure));
        return store.note(departure, Secrets.sha256(handle), returned)
                ? Optional.of(console.returned(departure, handle))
                : Optional.empty();
    }

    /** Empty unless each parameter is there once at the most, and the state looks like one of ours. */
    private static Optional<Callback> read(RoutingContext context) {
        List<String> names = List.of("code", "state", "iss", "error", "error_description");
        boolean once = names.stream()
                .map(context.queryParams()::getAll)
                .allMatch(values -> values.isEmpty()
                        || values.size() == 1 && values.getFirst().length() <= CHARS_MAX);
        @Nullable String state = context.queryParams().get("state");
        return once && Secrets.hasShape(state)
                ? Optional.of(new Callback(
                        context.queryParams().get("code"),
                        state,
                        context.queryParams().get("iss"),
                        context.queryParams().get("error"),
                        context.queryParams().get("error_description")))
                : Optional.empty();
    }
}
