package dev.tollgate.gateway.upstream;

import dev.tollgate.model.config.ServerConfig;
import java.util.Optional;
import java.util.function.Predicate;

/** All upstreams that are reached in one way, and what is kept open to them. Safe from any thread. */
public interface UpstreamTransport extends UpstreamPort, AutoCloseable {
    /** Who an upstream says it is, if a session with it has begun. */
    Optional<UpstreamIdentity> identity(ServerConfig server);

    /** Lets go of what is open to servers that are no longer wanted as they were; calls under way may break off. */
    void closeUnless(Predicate<ServerConfig> wanted);

    /** How many upstreams something is open to. */
    int openUpstreams();

    @Override
    void close();
}
