package dev.tollgate.bench.admission;

import dev.tollgate.bench.world.MadeSnapshot;
import dev.tollgate.bench.world.MadeTenant;
import dev.tollgate.bench.world.Site;
import dev.tollgate.bench.world.TenantSize;
import dev.tollgate.gateway.config.TenantSnapshot;
import dev.tollgate.gateway.meter.Attempt;
import dev.tollgate.gateway.meter.Target;
import dev.tollgate.gateway.policy.ExposedTool;
import dev.tollgate.gateway.policy.KeyView;
import dev.tollgate.gateway.quota.CallLimits;
import dev.tollgate.gateway.quota.LimitedCall;
import dev.tollgate.model.access.RequestFilter;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.SubjectConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.id.GatewayId;
import dev.tollgate.model.id.LimitId;
import dev.tollgate.model.quota.Charge;
import dev.tollgate.model.quota.LeaseGrant;
import dev.tollgate.model.quota.LeaseTerms;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaSubject.Kind;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.model.quota.lease.Admission;
import dev.tollgate.model.quota.lease.Amounts;
import dev.tollgate.model.quota.lease.LeaseHolder;
import dev.tollgate.model.quota.lease.LimitShare;
import dev.tollgate.model.quota.lease.Reservation;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** A caller, the tool that it calls, and limits with plenty in hand, as one gateway has them. */
final class LimitedCaller {
    private static final long ARGUMENT_BYTES = 64;
    private static final long MILLIS_MAX = 30_000;
    private static final Amounts COST = new Amounts(1, 0, 1_000_000);

    private final MadeSnapshot made;
    private final TenantSnapshot snapshot;
    private final VirtualKeyConfig key;
    private final LeaseHolder holder =
            new LeaseHolder(new GatewayId("bench"), UUID.randomUUID(), LeaseTerms.STANDARD, () -> {});
    private final CallLimits limits = new CallLimits(holder, InstantSource.system(), Duration.ofSeconds(2));
    private final Attempt attempt;

    /**
     * @param holding limits that hold for the call, ten at most
     * @param elsewhere limits of the same tenant that do not
     */
    LimitedCaller(int holding, int elsewhere) {
        this.made = new MadeSnapshot(MadeTenant.make(
                0, new TenantSize(1, 50), Site.REGION, URI.create("http://127.0.0.1:1/mcp"), new SecureRandom()));
        this.key = made.first(VirtualKeyConfig.class);
        List<QuotaLimit> held = holding().limit(holding).toList();
        if (held.size() != holding) {
            throw new IllegalArgumentException("there are no " + holding + " limits that could hold for a call");
        }
        List<QuotaLimit> all = new ArrayList<>(held);
        for (int i = 0; i < elsewhere; i++) {
            all.add(limit(new QuotaSubject(Kind.TEAM, UUID.randomUUID().toString()), QuotaUnit.CALLS));
        }
        this.snapshot = made.with(all);
        this.attempt = attempt();
        held.forEach(this::lease);
    }

    private Stream<QuotaLimit> holding() {
        QuotaSubject tenant = new QuotaSubject(Kind.TENANT, made.tenant().id().toString());
        QuotaSubject team = new QuotaSubject(
                Kind.TEAM, made.first(SubjectConfig.class).ref().id());
        QuotaSubject caller = new QuotaSubject(Kind.KEY, key.id().value());
        QuotaSubject server = new QuotaSubject(
                Kind.SERVER, made.first(ServerConfig.class).id().toString());
        QuotaSubject group = new QuotaSubject(
                Kind.TOOL_GROUP, made.first(ToolGroupConfig.class).id().toString());
        QuotaSubject tool =
                new QuotaSubject(Kind.TOOL, made.first(ToolConfig.class).id().toString());
        return Stream.of(
                limit(tenant, QuotaUnit.NANO_DOLLARS),
                limit(caller, QuotaUnit.CALLS),
                limit(tool, QuotaUnit.CALLS),
                limit(team, QuotaUnit.NANO_DOLLARS),
                limit(team, QuotaUnit.CALLS),
                limit(server, QuotaUnit.NANO_DOLLARS),
                limit(server, QuotaUnit.CALLS),
                limit(group, QuotaUnit.CALLS),
                limit(caller, QuotaUnit.NANO_DOLLARS),
                limit(tool, QuotaUnit.NANO_DOLLARS));
    }

    private QuotaLimit limit(QuotaSubject subject, QuotaUnit unit) {
        return new QuotaLimit(
                made.tenant().id(),
                new LimitId(UUID.randomUUID()),
                subject,
                unit,
                QuotaWindow.Calendar.of(WindowLength.DAY, ZoneId.of("UTC")),
                QuotaLimit.AMOUNT_MAX);
    }

    private void lease(QuotaLimit limit) {
        Instant now = Instant.now();
        Instant later = now.plus(Duration.ofDays(1));
        Reservation.admit(new LimitShare[] {holder.share(limit)}, COST, now.toEpochMilli());
        holder.tick(now.toEpochMilli())
                .forEach(asked -> holder.receive(
                        new LeaseGrant(asked.lease(), limit.amount(), 0, now, Instant.EPOCH, later, later),
                        now.toEpochMilli()));
    }

    private Attempt attempt() {
        return new Attempt(
                UUID.randomUUID(),
                Instant.now(),
                0,
                snapshot,
                key,
                "tools/call",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                ARGUMENT_BYTES,
                null);
    }

    /**
     * Looks the tool up as policy does, finds and takes of its limits, and settles.
     *
     * @return what the call took of each limit
     */
    List<Charge> call() {
        ExposedTool tool =
                Objects.requireNonNull(KeyView.of(snapshot, key).find(MadeTenant.EXPOSED_ECHO, RequestFilter.NONE));
        LimitedCall call = limits.of(attempt, Target.of(tool.server(), tool.tool()), ARGUMENT_BYTES, MILLIS_MAX);
        if (call == null) {
            return List.of();
        }
        return switch (call.admit()) {
            case Admission.Admitted(Reservation reservation) -> reservation.settle(COST);
            case Admission.Wanting _, Admission.Refused _ -> throw new IllegalStateException("there is plenty");
        };
    }
}
