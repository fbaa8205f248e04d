package dev.tollgate.gateway.upstream;

import dev.tollgate.gateway.credential.TlsKeys;
import dev.tollgate.gateway.credential.UpstreamHeaders;
import dev.tollgate.gateway.credential.UpstreamTls;
import dev.tollgate.model.config.ServerConfig;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Tells what requests to a server carry, and how its connections are secured; asked when something is opened to it, not at each call. */
public interface Credentials {
    /** Where no server asks for any. */
    Credentials NONE = server -> UpstreamHeaders.NONE;

    UpstreamHeaders of(ServerConfig server);

    default UpstreamTls tls(ServerConfig server) {
        return UpstreamTls.PUBLIC;
    }

    /** A server says that the token which a request carried is not what it wants. Called on event loops; does not wait. */
    default void challenged(ServerConfig server, TokenChallenge challenge) {}

    /** As they are opened here. */
    static Credentials of(
            Function<ServerConfig, UpstreamHeaders> headers,
            TlsKeys keys,
            BiConsumer<ServerConfig, TokenChallenge> challenges) {
        return new Credentials() {
            @Override
            public UpstreamHeaders of(ServerConfig server) {
                return headers.apply(server);
            }

            @Override
            public UpstreamTls tls(ServerConfig server) {
                return keys.of(server);
            }

            @Override
            public void challenged(ServerConfig server, TokenChallenge challenge) {
                challenges.accept(server, challenge);
            }
        };
    }
}
