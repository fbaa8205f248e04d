package dev.tollgate.control.credential;

import dev.tollgate.control.credential.TokenStore.Claim;
import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.oauth.OauthClient;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Renews what is due, on any replica; of all replicas one has each token, and writes only while it is the one. */
@ApplicationScoped
class TokenHolder {
    private static final Logger LOG = Logger.getLogger(TokenHolder.class);

    private final TokenStore tokens;
    private final Renewals renewals;
    private final TenantScope scope;
    private final Instance<OauthClient> oauth;
    private final MeterRegistry metrics;
    private final Places places = new Places();
    private final ExecutorService workers = Executors.newFixedThreadPool(
            Places.MAX, Thread.ofPlatform().daemon().name("token-renewal-", 0).factory());

    TokenHolder(
            TokenStore tokens,
            Renewals renewals,
            TenantScope scope,
            Instance<OauthClient> oauth,
            MeterRegistry metrics) {
        this.tokens = tokens;
        this.renewals = renewals;
        this.scope = scope;
        this.oauth = oauth;
        this.metrics = metrics;
    }

    /** Before the connections to providers and to the database are closed, so that no answer is lost by an update. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(TokenStore.SENT_TERM.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("access tokens were still being asked for; another replica goes on with them");
        }
    }

    @Scheduled(
            identity = "token-holder",
            every = "{tollgate.credentials.renewal.every}",
            delayed = "3s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            if (oauth.isResolvable() && !workers.isShutdown()) {
                begin(oauth.get());
            }
        } catch (RuntimeException e) {
            LOG.warnf("renewals of access tokens wait and are tried again: %s", e.getMessage());
            LOG.debug("why they wait", e);
        }
    }

    /** As many as there is room for. */
    private void begin(OauthClient client) {
        Places.Room room = places.room();
        for (Claim claim : room.all() == 0 ? List.<Claim>of() : tokens.claim(room)) {
            if (places.take(claim.tenant())) {
                Counter.builder("tollgate.credentials.renewals.shares.full")
                        .description("Times that a tenant had as many renewals under way at this replica as it may")
                        .register(metrics)
                        .increment();
            }
            try {
                workers.execute(() -> {
                    try {
                        renew(claim, client);
                    } finally {
                        places.free(claim.tenant());
                    }
                });
            } catch (RejectedExecutionException e) {
                places.free(claim.tenant());
                throw e;
            }
        }
    }

    /** What fails otherwise than by the provider's answer is begun again when its term has ended. */
    void renew(Claim claim, OauthClient client) {
        String outcome = "broken";
        try {
            outcome = scope.call(claim.tenant(), () -> renewals.renew(claim, client))
                    .name()
                    .toLowerCase(Locale.ROOT);
        } catch (RuntimeException e) {
            LOG.warnf("an access token of server %s waits: %s", claim.token().serverId(), e.getClass());
            LOG.debug("why it waits", e);
        } finally {
            Counter.builder("tollgate.credentials.renewals")
                    .description("Access tokens of upstreams that were asked for, by what came of it")
                    .tag("outcome", outcome)
                    .register(metrics)
                    .increment();
        }
    }
}
