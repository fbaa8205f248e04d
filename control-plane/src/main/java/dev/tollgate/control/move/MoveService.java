package dev.tollgate.control.move;

import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.publish.Relocation;
import dev.tollgate.control.publish.Relocation.State;
import dev.tollgate.control.publish.Relocations;
import dev.tollgate.control.tenant.TenantRegion;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.Move;
import dev.tollgate.model.api.MoveTenant;
import dev.tollgate.model.api.Tenant;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.TenantId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Moves tenants between regions, so that at every moment exactly one serves: the new region is given everything first, and
 * when its gateways have it both are told one moment that lies ahead. It is put off while not every gateway knows it.
 */
@ApplicationScoped
class MoveService {
    /** So long before the moment every gateway of both regions must have said that it knows it. */
    static final Duration KNOWN_BEFORE = Duration.ofSeconds(3);

    /** So long after it the old region keeps what it has: clocks differ, and calls that began before it still run. */
    static final Duration LEFT_AFTER = Duration.ofSeconds(5);

    private final Changes changes;
    private final Relocations relocations;
    private final TenantRegion tenants;
    private final RegionGateways gateways;
    private final TenantScope scope;
    private final List<String> regions;
    private final Duration lead;

    MoveService(
            Changes changes,
            Relocations relocations,
            TenantRegion tenants,
            RegionGateways gateways,
            TenantScope scope,
            @ConfigProperty(name = "tollgate.regions") List<String> regions,
            @ConfigProperty(name = "tollgate.move.lead", defaultValue = "15S") Duration lead) {
        this.changes = changes;
        this.relocations = relocations;
        this.tenants = tenants;
        this.gateways = gateways;
        this.scope = scope;
        this.regions = regions;
        this.lead = lead;
    }

    Move start(TenantId tenant, MoveTenant wanted, Precondition precondition) {
        if (wanted.region() == null || !regions.contains(wanted.region())) {
            throw Refused.invalid("region", "is one of " + String.join(", ", regions));
        }
        return inside(tenant, () -> {
            Tenant row = tenants.find(tenant).orElseThrow(Refused::notFound);
            precondition.check(row.version());
            return changes.make(change -> stage(change, new Region(wanted.region())));
        });
    }

    private Move stage(Change change, Region to) {
        if (relocations.last().filter(move -> move.state() != State.DONE).isPresent()) {
            throw new Refused(new Refusal.WrongState("The tenant is moving already; wait until that is done."));
        }
        if (!relocations.stage(change, to)) {
            throw Refused.invalid("region", "is where the tenant is");
        }
        return view(relocations.last().orElseThrow());
    }

    /** Takes the staged copy back; refused once there is a moment, which both regions go by. */
    void cancel(TenantId tenant, Precondition precondition) {
        inside(tenant, () -> {
            Tenant row = tenants.find(tenant).orElseThrow(Refused::notFound);
            precondition.check(row.version());
            return changes.make(this::withdraw);
        });
    }

    private Relocation withdraw(Change change) {
        Relocation move = relocations.last().orElseThrow(Refused::notFound);
        switch (move.state()) {
            case STAGED -> relocations.withdraw(change);
            case SCHEDULED ->
                throw new Refused(new Refusal.WrongState("Both regions know the moment of the move already, "
                        + move.at() + ". Let it be done, and move the tenant back."));
            case DONE -> throw new Refused(new Refusal.WrongState("The move is done. Move the tenant back instead."));
        }
        return move;
    }

    Move get(TenantId tenant) {
        return inside(tenant, () -> relocations.last().map(MoveService::view).orElseThrow(Refused::notFound));
    }

    /** Makes the next step of a tenant's move if it may be made now. */
    void advance(TenantId tenant, Instant now) {
        scope.run(tenant, () -> relocations.last().ifPresent(move -> advance(tenant, move, now)));
    }

    private void advance(TenantId tenant, Relocation move, Instant now) {
        switch (move.state()) {
            case STAGED -> {
                if (haveAll(tenant, move, move.to())) {
                    schedule(move, now);
                }
            }
            case SCHEDULED -> beforeOrAfter(tenant, move, Objects.requireNonNull(move.at()), now);
            case DONE -> {}
        }
    }

    private void beforeOrAfter(TenantId tenant, Relocation move, Instant at, Instant now) {
        if (now.isBefore(at.minus(KNOWN_BEFORE))) {
            return;
        }
        if (!haveAll(tenant, move, move.from()) || !haveAll(tenant, move, move.to())) {
            schedule(move, now);
        } else if (!now.isBefore(at.plus(LEFT_AFTER))) {
            step(move, change -> {
                relocations.finish(change, move);
                tenants.settle(tenant, move.to());
            });
        }
    }

    private boolean haveAll(TenantId tenant, Relocation move, Region region) {
        return gateways.haveAll(region, tenant, move.epoch(), move.revision());
    }

    private void schedule(Relocation move, Instant now) {
        step(move, change -> relocations.schedule(change, now.plus(lead).truncatedTo(ChronoUnit.MILLIS)));
    }

    /** Unless another replica made it meanwhile. */
    private void step(Relocation move, Consumer<Change> work) {
        QuarkusTransaction.requiringNew()
                .run(() -> changes.make(change -> {
                    if (relocations.last().filter(move::equals).isPresent()) {
                        work.accept(change);
                    }
                    return move;
                }));
    }

    /** Within the wall of a tenant that the operator's token does not name. */
    private <T> T inside(TenantId tenant, Supplier<T> work) {
        return scope.call(tenant, () -> QuarkusTransaction.requiringNew().call(work::get));
    }

    private static Move view(Relocation move) {
        return new Move(
                move.from().value(),
                move.to().value(),
                move.at(),
                switch (move.state()) {
                    case STAGED -> Move.State.STAGED;
                    case SCHEDULED -> Move.State.SCHEDULED;
                    case DONE -> Move.State.DONE;
                });
    }
}
