package dev.tollgate.control.scim;

import dev.tollgate.control.federation.MappedPeople;
import dev.tollgate.control.federation.Mapping;
import dev.tollgate.control.federation.MappingService;
import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.users.Provisioning;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.id.TenantId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Brings teams and the identity provider in line with what a directory said: who may sign in, and what their groups give. On
 * any replica; two at once do the same thing twice. What fails stays due and is done at the next round.
 */
@ApplicationScoped
class Alignment implements MappedPeople {
    private static final Logger LOG = Logger.getLogger(Alignment.class);
    /** Of a tenant in one round, so that no tenant keeps the others waiting. */
    private static final int ROUND_MAX = 500;

    private final PersonStore people;
    private final GroupStore groups;
    private final MappingService mappings;
    private final Provisioning provisioning;
    private final TokenTenants tenants;
    private final TenantScope scope;

    Alignment(
            PersonStore people,
            GroupStore groups,
            MappingService mappings,
            Provisioning provisioning,
            TokenTenants tenants,
            TenantScope scope) {
        this.people = people;
        this.groups = groups;
        this.mappings = mappings;
        this.provisioning = provisioning;
        this.tenants = tenants;
        this.scope = scope;
    }

    @Scheduled(
            identity = "align-people",
            every = "30s",
            delayed = "25s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void round() {
        for (TenantId tenant : tenants.toAlign()) {
            scope.run(tenant, () -> people.due(ROUND_MAX).forEach(this::align));
        }
    }

    @Override
    public void mappingChanged() {
        people.allDue();
    }

    /** Without a transaction: it waits for the identity provider. Does not fail: what could not be done stays due. */
    void align(String id) {
        try {
            QuarkusTransaction.requiringNew().call(() -> state(id)).ifPresent(this::follow);
        } catch (Refused e) {
            LOG.warnf("person %s waits to be aligned: %s", id, e.getMessage());
        }
    }

    private Optional<State> state(String id) {
        return people.find(id)
                .map(row -> new State(
                        id,
                        row.version(),
                        row.active,
                        Optional.ofNullable(row.externalId),
                        groups.namesOf(id),
                        mappings.current()));
    }

    private void follow(State state) {
        Mapping mapping = state.mapping();
        boolean follows = mapping.followsScim();
        if (follows) {
            provisioning.place(state.id(), mapping.teams(), mapping.teamOf(state.groups()));
        }
        boolean mayBeJoined = provisioning.align(
                state.id(),
                state.active(),
                follows ? mapping.roles() : Set.of(),
                follows ? mapping.rolesOf(state.groups()) : Set.of());
        if (mayBeJoined) {
            state.externalId().ifPresent(known -> mappings.join(state.id(), known));
        }
        people.aligned(state.id(), state.version());
    }

    private record State(
            String id,
            long version,
            boolean active,
            Optional<String> externalId,
            List<String> groups,
            Mapping mapping) {}
}
