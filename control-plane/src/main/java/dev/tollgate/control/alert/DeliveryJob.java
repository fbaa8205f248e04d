package dev.tollgate.control.alert;

import dev.tollgate.control.alert.DueDeliveries.Claim;
import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.settings.SettingsService;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Sends what is due, on any replica: at least once, and each attempt by one of them. */
@ApplicationScoped
class DeliveryJob {
    private static final Logger LOG = Logger.getLogger(DeliveryJob.class);

    /** At once on this replica; the others wait in the database. */
    private static final int AT_ONCE_MAX = 8;

    private final DueDeliveries due;
    private final AlertStore store;
    private final Webhooks webhooks;
    private final Mails mails;
    private final SettingsService settings;
    private final TenantScope scope;
    private final MeterRegistry metrics;
    private final ExecutorService workers = Executors.newFixedThreadPool(
            AT_ONCE_MAX, Thread.ofPlatform().daemon().name("alert-", 0).factory());

    DeliveryJob(
            DueDeliveries due,
            AlertStore store,
            Webhooks webhooks,
            Mails mails,
            SettingsService settings,
            TenantScope scope,
            MeterRegistry metrics) {
        this.due = due;
        this.store = store;
        this.webhooks = webhooks;
        this.mails = mails;
        this.settings = settings;
        this.scope = scope;
        this.metrics = metrics;
    }

    /** Before the database is closed, so that what arrived is written down. */
    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        workers.shutdown();
        if (!workers.awaitTermination(DueDeliveries.TERM.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("alerts were still being sent; another replica sends them again");
        }
    }

    @Scheduled(
            identity = "alert-deliveries",
            every = "{tollgate.alerts.every}",
            delayed = "3s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            sendDue();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warnf("alerts wait and are tried again: %s", e.getMessage());
            LOG.debug("why they wait", e);
        }
    }

    private void sendDue() throws InterruptedException {
        List<Claim> claims = workers.isShutdown() ? List.of() : due.claim(AT_ONCE_MAX);
        workers.invokeAll(claims.stream()
                .<Callable<Claim>>map(claim -> () -> {
                    send(claim);
                    return claim;
                })
                .toList());
    }

    /** What fails otherwise than at the receiver is begun again when its term has ended. */
    private void send(Claim claim) {
        String outcome = "broken";
        try {
            outcome = scope.call(claim.tenant(), () -> delivered(claim));
        } catch (RuntimeException e) {
            LOG.warnf("an alert waits: %s", e.getClass());
            LOG.debug("why it waits", e);
        } finally {
            Counter.builder("tollgate.alerts.attempts")
                    .description("Attempts to deliver alerts, by what came of them")
                    .tag("outcome", outcome)
                    .register(metrics)
                    .increment();
        }
    }

    private String delivered(Claim claim) {
        Optional<Message> message = QuarkusTransaction.requiringNew().call(() -> read(claim));
        if (message.isEmpty()) {
            return "lost";
        }
        Sent sent = switch (message.get().channel()) {
            case WEBHOOK -> webhooks.send(message.get());
            case EMAIL -> mails.send(message.get());
        };
        QuarkusTransaction.requiringNew().run(() -> held(claim).ifPresent(row -> row.tried(sent, Times.now())));
        return sent instanceof Sent.Arrived ? "arrived" : "failed";
    }

    private Optional<Message> read(Claim claim) {
        return held(claim)
                .flatMap(delivery -> store.channel(delivery.channelId)
                        .flatMap(channel -> store.alertRow(delivery.alertId)
                                .map(alert -> Message.of(delivery, channel, alert, settings.calendar()))));
    }

    private Optional<DeliveryRow> held(Claim claim) {
        return store.lockDelivery(claim.delivery()).filter(row -> row.fence == claim.fence());
    }
}
