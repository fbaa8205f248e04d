package dev.tollgate.gateway.catalog;

import dev.tollgate.gateway.upstream.TokenChallenge;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.wire.UpstreamChallenge;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Tells the control plane what servers say of the tokens that they are sent. What is lost is not told again by itself: the
 * server says it to the next call. Safe from any thread, and waits for nothing.
 */
final class ChallengeReports {
    /** On their way at once; what is beyond is not told. */
    static final int WAITING_MAX = 1_000;

    private static final Logger LOG = Logger.getLogger(ChallengeReports.class);

    private final CatalogReports reports;
    private final GatewayId gateway;
    private final InstantSource clock;
    private final Runnable oneTooMany;
    private final AtomicInteger waiting = new AtomicInteger();

    ChallengeReports(CatalogReports reports, GatewayId gateway, InstantSource clock, Runnable oneTooMany) {
        this.reports = reports;
        this.gateway = gateway;
        this.clock = clock;
        this.oneTooMany = oneTooMany;
    }

    void tell(ServerConfig server, TokenChallenge challenge) {
        Long token = challenge.token();
        if (token == null) {
            return;
        }
        if (waiting.incrementAndGet() > WAITING_MAX) {
            waiting.decrementAndGet();
            oneTooMany.run();
            return;
        }
        UpstreamChallenge word = new UpstreamChallenge(
                server.tenant(),
                server.id(),
                server.person(),
                token,
                gateway,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                challenge.scopes());
        reports.publish(word).whenComplete((_, failure) -> {
            waiting.decrementAndGet();
            if (failure != null) {
                LOG.debugf("what a server says of its token could not be told: %s", failure.getClass());
            }
        });
    }
}
