package dev.tollgate.gateway.edge;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.Optional;

/** Where a request comes from: its connection's own address. What headers say of others before it is not believed. */
record Source(HttpConnection connection) {
    /** Empty if the connection has none, as a local socket does. */
    Optional<InetAddress> address() {
        SocketAddress remote = connection.remoteAddress();
        String host = remote == null ? null : remote.hostAddress();
        if (host == null) {
            return Optional.empty();
        }
        int zone = host.indexOf('%');
        return Optional.of(InetAddress.ofLiteral(zone < 0 ? host : host.substring(0, zone)));
    }

    /** As text; empty if there is none. */
    String text() {
        return address().map(InetAddress::getHostAddress).orElse("");
    }
}
