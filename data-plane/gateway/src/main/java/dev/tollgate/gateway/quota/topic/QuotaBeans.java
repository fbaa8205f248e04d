package dev.tollgate.gateway.quota.topic;

import dev.tollgate.gateway.config.Snapshots;
import dev.tollgate.gateway.event.EarlierBoots;
import dev.tollgate.gateway.event.GatewayBoot;
import dev.tollgate.gateway.quota.CallLimits;
import dev.tollgate.gateway.quota.LeaseKeeper;
import dev.tollgate.gateway.quota.QuotaMetrics;
import dev.tollgate.model.quota.lease.LeaseHolder;
import dev.tollgate.model.quota.lease.LimitShare;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts what keeps the leases and what speaks for it. */
@Singleton
final class QuotaBeans {
    private final QuotaRequests requests;
    private final LeaseKeeper keeper;
    private final QuotaAnswers answers;
    private final CallLimits limits;

    QuotaBeans(
            GatewayBoot boot,
            Snapshots snapshots,
            EarlierBoots earlier,
            QuotaMetrics metrics,
            @ConfigProperty(name = "tollgate.quota.wait-max") Duration waitMax,
            @ConfigProperty(name = "tollgate.kafka.bootstrap-servers") String bootstrapServers) {
        InstantSource clock = InstantSource.system();
        requests = new QuotaRequests(bootstrapServers, boot.gateway() + "-quota-requests", metrics);
        keeper = new LeaseKeeper(boot, snapshots, earlier, requests, metrics, clock);
        answers = new QuotaAnswers(bootstrapServers, boot, boot.gateway() + "-quota-answers", keeper::hear);
        limits = new CallLimits(keeper.holder(), clock, waitMax);
    }

    @Produces
    @Singleton
    CallLimits limits() {
        return limits;
    }

    void start(@Observes StartupEvent event, MeterRegistry registry) {
        LeaseHolder holder = keeper.holder();
        Gauge.builder("tollgate.quota.leases", holder, LeaseHolder::leasesHeld)
                .description("Leases of limits that calls may take from")
                .register(registry);
        Gauge.builder(
                        "tollgate.quota.waiting",
                        holder,
                        each -> each.shares().mapToInt(LimitShare::waiting).sum())
                .description("Calls that wait for the ledger's next answer")
                .register(registry);
        FunctionCounter.builder("tollgate.quota.clock.behind", holder, LeaseHolder::clockBehind)
                .description("Grants from further in the future than clocks may differ: this machine's clock is late")
                .register(registry);
        keeper.start();
        Thread.ofPlatform().daemon().name("quota-answers").start(answers);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        keeper.close();
        answers.close();
        requests.close();
    }
}
