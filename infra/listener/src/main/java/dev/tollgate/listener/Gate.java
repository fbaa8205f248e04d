package dev.tollgate.listener;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Whether a request may be looked at: who it takes us for, and which page sends it. */
public record Gate(Hosts hosts, Origins origins) {
    /** Why a request is refused, unseen. */
    public enum Refusal {
        HOST(421, "Tollgate is not known by this name here; the operator can allow it."),
        ORIGIN(403, "Pages of this origin may not use Tollgate.");

        private final int status;
        private final String words;

        Refusal(int status, String words) {
            this.status = status;
            this.words = words;
        }

        /** Of HTTP: 421 Misdirected Request (RFC 9110, 15.5.20), or 403. */
        public int status() {
            return status;
        }

        public String words() {
            return words;
        }
    }

    /**
     * @param hosts as the operator names them
     * @param addresses under which others were told to come here
     */
    public static Gate of(Collection<String> hosts, Collection<URI> addresses, Origins origins) {
        return new Gate(Hosts.of(hosts, addresses), origins);
    }

    /** Null if it is not refused. */
    public @Nullable Refusal refusal(HttpServerRequest request) {
        return refusal(request, request.headers().get(HttpHeaders.ORIGIN));
    }

    /**
     * The same, for whoever has looked at it already.
     *
     * @param origin as the request has it
     */
    public @Nullable Refusal refusal(HttpServerRequest request, @Nullable String origin) {
        HostAndPort host = request.authority();
        if (host == null || !hosts.admits(host.host())) {
            return Refusal.HOST;
        }
        return origins.admits(origin, host) ? null : Refusal.ORIGIN;
    }
}
