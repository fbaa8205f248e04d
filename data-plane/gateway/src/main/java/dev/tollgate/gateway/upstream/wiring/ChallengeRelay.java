package dev.tollgate.gateway.upstream.wiring;

import dev.tollgate.gateway.upstream.TokenChallenge;
import dev.tollgate.model.config.ServerConfig;
import jakarta.inject.Singleton;
import java.util.function.BiConsumer;

/** Between the upstreams, which are made first, and who tells what they say of tokens. */
@Singleton
public final class ChallengeRelay implements BiConsumer<ServerConfig, TokenChallenge> {
    private volatile BiConsumer<ServerConfig, TokenChallenge> listener = (_, _) -> {};

    public void to(BiConsumer<ServerConfig, TokenChallenge> next) {
        listener = next;
    }

    @Override
    public void accept(ServerConfig server, TokenChallenge challenge) {
        listener.accept(server, challenge);
    }
}
