package dev.tollgate.gateway.upstream;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.util.List;

/** The host's own name resolution, off the event loop. */
public final class SystemResolver implements AddressGate.Resolver {
    private final Vertx vertx;

    public SystemResolver(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public Future<List<InetAddress>> resolve(String host) {
        return vertx.executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false);
    }
}
