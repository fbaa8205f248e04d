package dev.tollgate.gateway.credential;

import dev.tollgate.model.config.CredentialHeader;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The headers that each request to one server carries beside the protocol's own. An access token is renewed in it, under the
 * connections and sessions that are open. Safe from any thread; tells nobody its values.
 */
public final class UpstreamHeaders {
    public static final UpstreamHeaders NONE = of(List.of());

    private static final String UNOPENED_WORDS = "has a credential that this gateway cannot open";
    private static final String TOKENLESS_WORDS = "gave Tollgate no valid access token:"
            + " its credential needs an administrator's attention, who sees the reason with the server's credential";

    private final Held held;
    private final boolean elsewhere;

    /**
     * @param number of the token in them; null where there is none that is renewed
     * @param closed why nothing is to be asked, as an end to the sentence "The server x …"; null: requests may be sent
     */
    private record State(
            List<CredentialHeader> headers,
            @Nullable Long number,
            @Nullable String closed) {}

    /** Shared by what is sent to the server and what is sent elsewhere for it. */
    private static final class Held {
        volatile State state;

        Held(State state) {
            this.state = state;
        }
    }

    private UpstreamHeaders(Held held, boolean elsewhere) {
        this.held = held;
        this.elsewhere = elsewhere;
    }

    private static UpstreamHeaders of(State state) {
        return new UpstreamHeaders(new Held(state), false);
    }

    public static UpstreamHeaders of(List<CredentialHeader> headers) {
        return of(headers, null);
    }

    /**
     * @param number by which the token in them is known where it is renewed; null where it is not
     */
    public static UpstreamHeaders of(List<CredentialHeader> headers, @Nullable Long number) {
        return of(new State(List.copyOf(headers), number, null));
    }

    /**
     * Nothing, and nothing may be asked.
     *
     * @param words why, as an end to the sentence "The server x …"
     */
    public static UpstreamHeaders closed(String words) {
        return of(new State(List.of(), null, words));
    }

    /** Of a credential that is not to be opened here: the server must not be asked without it. */
    static UpstreamHeaders unopened() {
        return closed(UNOPENED_WORDS);
    }

    /** Of a credential whose access token ran out, or never came. */
    static UpstreamHeaders tokenless() {
        return closed(TOKENLESS_WORDS);
    }

    /** From now on is what the other is. */
    public void become(UpstreamHeaders other) {
        held.state = other.held.state;
    }

    /** The same for another origin, which is asked when this one is, and sent nothing of it. */
    public UpstreamHeaders elsewhere() {
        return new UpstreamHeaders(held, true);
    }

    /** Whether requests may be sent. */
    public boolean isOpen() {
        return held.state.closed == null;
    }

    /** Why they may not, as an end to the sentence "The server x …". */
    public String closedWords() {
        String closed = held.state.closed;
        // It may have been opened since it was asked.
        return closed == null ? TOKENLESS_WORDS : closed;
    }

    /** In place of whatever has their names; to be called last. */
    public void putInto(RequestOptions options) {
        if (elsewhere) {
            return;
        }
        for (CredentialHeader header : held.state.headers) {
            options.putHeader(header.name(), header.value());
        }
    }

    /** By which the token is known that a request carried; null if it carried none, or that is another by now. */
    public @Nullable Long number(RequestOptions sent) {
        State state = held.state;
        boolean same = !elsewhere
                && state.headers.stream()
                        .allMatch(header -> header.value()
                                .equals(
                                        sent.getHeaders() == null
                                                ? null
                                                : sent.getHeaders().get(header.name())));
        return same ? state.number : null;
    }

    @Override
    public String toString() {
        return isOpen() ? held.state.headers.toString() : "closed";
    }
}
