package dev.tollgate.ui.client;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

/** Hands the revision that an answer to a write names to the request of the page that made it. */
public final class RevisionReader implements ClientRequestFilter, ClientResponseFilter {
    static final String REVISION = "Tollgate-Revision";

    private static final String WRITTEN = "tollgate-written";

    @Override
    public void filter(ClientRequestContext request) {
        // The answer may come on another thread.
        Written written = Written.current();
        if (written != null) {
            request.setProperty(WRITTEN, written);
        }
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
        String revision = response.getHeaderString(REVISION);
        if (revision != null && request.getProperty(WRITTEN) instanceof Written written) {
            written.set(Long.parseLong(revision));
        }
    }
}
