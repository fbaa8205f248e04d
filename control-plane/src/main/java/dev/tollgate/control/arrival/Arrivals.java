package dev.tollgate.control.arrival;

import dev.tollgate.control.federation.Mapping;
import dev.tollgate.control.federation.MappingService;
import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.users.Provisioning;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.id.TenantId;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Makes whoever came through a tenant's own provider a user of the tenant, in the team that their groups give. On each replica:
 * two that see the same do the same thing, and the second finds it done. What fails is done at a later round, for as long as
 * the realm tells of it.
 */
@ApplicationScoped
class Arrivals {
    private static final Logger LOG = Logger.getLogger(Arrivals.class);
    /** What the realm tells of at most. */
    private static final Duration TOLD_FOR = Duration.ofHours(1);
    /** Events of one moment are written one after the other. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private final RealmArrivals realm;
    private final ArrivalTenants tenants;
    private final TenantScope scope;
    private final Provisioning provisioning;
    private final MappingService mappings;
    private Instant from = Instant.now().minus(TOLD_FOR);
    private Set<Arrival> done = Set.of();
    private boolean away;

    Arrivals(
            RealmArrivals realm,
            ArrivalTenants tenants,
            TenantScope scope,
            Provisioning provisioning,
            MappingService mappings) {
        this.realm = realm;
        this.tenants = tenants;
        this.scope = scope;
        this.provisioning = provisioning;
        this.mappings = mappings;
    }

    @Scheduled(
            identity = "arrivals",
            every = "{tollgate.sign-in.arrivals-period}",
            delayed = "3s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        try {
            round();
            away = false;
        } catch (Refused e) {
            if (!away) {
                LOG.warnf("who has signed in is looked at later: %s", e.getMessage());
            }
            away = true;
        }
    }

    void round() {
        Instant begun = Instant.now();
        Set<Arrival> seen = new HashSet<>();
        boolean complete = true;
        for (Arrival arrival : realm.since(from)) {
            if (done.contains(arrival) || take(arrival)) {
                seen.add(arrival);
            } else {
                complete = false;
            }
        }
        done = seen;
        Instant next = begun.minus(complete ? OVERLAP : TOLD_FOR);
        from = next.isAfter(from) ? next : from;
    }

    private boolean take(Arrival arrival) {
        try {
            Optional<TenantId> tenant = tenants.named(arrival.slug());
            tenant.ifPresent(id -> scope.run(id, () -> takeIn(arrival.identity())));
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("person %s is taken in later: %s", arrival.identity(), e.getMessage());
            LOG.debug("why they are taken in later", e);
            return false;
        }
    }

    private void takeIn(String identity) {
        Mapping mapping = mappings.current();
        if (provisioning.arrive(identity) && mapping.claim() != null) {
            provisioning.place(identity, mapping.teams(), mapping.teamOf(realm.groupsOf(identity)));
        }
    }
}
