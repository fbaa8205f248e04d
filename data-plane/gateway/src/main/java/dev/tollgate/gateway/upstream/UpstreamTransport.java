package dev.tollgate.gateway.upstream;

import dev.tollgate.model.config.ServerConfig;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** All upstreams that are reached in one way, and what is kept open to them. Safe from any thread. */
public interface UpstreamTransport extends UpstreamPort, AutoCloseable {
    /** Who an upstream says it is, if a session with it has begun. */
    Optional<UpstreamIdentity> identity(ServerConfig server);

    /** Whoever is not known yet is pinged: a session must begin before that, and any answer will do. */
    @Override
    default void meet(ServerConfig server, long timeoutMillis, Consumer<Meeting> then) {
        Optional<UpstreamIdentity> known = identity(server);
        if (known.isPresent()) {
            then.accept(new Meeting.Met(known.get()));
            return;
        }
        UpstreamCall ping = new UpstreamCall("ping", null, Buffer.buffer("{}"), null, timeoutMillis, null);
        call(server, ping, new UpstreamListener() {
            @Override
            public void notification(Buffer message) {}

            @Override
            public void reply(UpstreamReply reply) {
                then.accept(met(server, reply));
            }
        });
    }

    private Meeting met(ServerConfig server, UpstreamReply reply) {
        if (reply instanceof UpstreamReply.Failure failure) {
            return new Meeting.Failed(failure);
        }
        return identity(server)
                .<Meeting>map(Meeting.Met::new)
                .orElseGet(() -> new Meeting.Failed(OpenCall.failure(
                        server.name().value(),
                        UpstreamReply.Kind.BROKEN,
                        UpstreamReply.Stage.INITIALIZE,
                        "ended its session as soon as it had begun",
                        0)));
    }

    /** Lets go of what is open to servers that are no longer wanted as they were, once the calls under way have ended. */
    void closeUnless(Predicate<ServerConfig> wanted);

    /** How many upstreams something is open to. */
    int openUpstreams();

    @Override
    void close();
}
