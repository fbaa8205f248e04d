package dev.tollgate.openapi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tool's arguments come to. */
public sealed interface Binding {
    /**
     * A request to be sent.
     *
     * @param target path and query as they stand on the request line, the base URL's path included
     * @param headers the operation's own, cookies among them; none of the connection's
     * @param body absent if the request has none
     */
    record Request(
            String method,
            String target,
            List<Header> headers,
            byte @Nullable [] body,
            @Nullable String mediaType) implements Binding {
        public Request {
            headers = List.copyOf(headers);
        }
    }

    record Header(String name, String value) {}

    /**
     * Arguments that fit no request.
     *
     * @param message one sentence for an agent that names the argument
     */
    record Misfit(String message) implements Binding {}
}
