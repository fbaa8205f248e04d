package dev.tollgate.gateway.credential;

import dev.tollgate.model.config.CredentialHeader;
import io.vertx.core.http.RequestOptions;
import java.util.List;

/** The headers that each request to one server carries beside the protocol's own. Immutable; tells nobody its values. */
public final class UpstreamHeaders {
    public static final UpstreamHeaders NONE = new UpstreamHeaders(List.of(), true);

    /** Of a credential that is not to be opened here: the server must not be asked without it. */
    public static final UpstreamHeaders CLOSED = new UpstreamHeaders(List.of(), false);

    /** Why it is not asked then, as an end to the sentence "The server x …". */
    public static final String CLOSED_WORDS = "has a credential that this gateway cannot open";

    private final List<CredentialHeader> headers;
    private final boolean open;

    private UpstreamHeaders(List<CredentialHeader> headers, boolean open) {
        this.headers = List.copyOf(headers);
        this.open = open;
    }

    public static UpstreamHeaders of(List<CredentialHeader> headers) {
        return new UpstreamHeaders(headers, true);
    }

    /** Whether requests may be sent. */
    public boolean isOpen() {
        return open;
    }

    /** In place of whatever has their names; to be called last. */
    public void putInto(RequestOptions options) {
        for (CredentialHeader header : headers) {
            options.putHeader(header.name(), header.value());
        }
    }

    @Override
    public String toString() {
        return open ? headers.toString() : "closed";
    }
}
