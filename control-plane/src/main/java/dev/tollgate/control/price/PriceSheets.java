package dev.tollgate.control.price;

import dev.tollgate.control.environment.EnvironmentService;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.server.ServerRow;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.PriceSheetOutcome;
import dev.tollgate.model.api.PriceSheetOutcome.Effect;
import dev.tollgate.model.price.PriceVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Many prices at once, out and in. */
@ApplicationScoped
class PriceSheets {
    private final PriceStore store;
    private final PriceVersions versions;
    private final FollowedPrices followed;
    private final ServerService servers;
    private final EnvironmentService environments;
    private final Changes changes;

    PriceSheets(
            PriceStore store,
            PriceVersions versions,
            FollowedPrices followed,
            ServerService servers,
            EnvironmentService environments,
            Changes changes) {
        this.store = store;
        this.versions = versions;
        this.followed = followed;
        this.servers = servers;
        this.environments = environments;
        this.changes = changes;
    }

    /** All that hold or are to come. */
    @Transactional
    String written() {
        Instant now = Times.now();
        List<SheetPrice> prices = new ArrayList<>();
        for (PriceRow row : store.own()) {
            ServerRow server = servers.find(row.serverId).orElseThrow();
            String environment = environments
                    .find(server.environmentId())
                    .orElseThrow()
                    .name()
                    .value();
            for (PriceVersionRow each : versions.standing(row, now)) {
                PriceVersion version = each.toModel();
                prices.add(new SheetPrice(
                        0,
                        environment,
                        server.name().value(),
                        row.toolName,
                        version.effectiveFrom().isAfter(now) ? version.effectiveFrom() : null,
                        version.terms()));
            }
        }
        return PriceSheet.of(prices);
    }

    /** All of a sheet or, if anything is wrong with it, nothing. */
    @Transactional
    PriceSheetOutcome read(String csv, boolean dryRun) {
        FieldErrors errors = new FieldErrors();
        Instant now = Times.now();
        List<Wanted> wanted = new ArrayList<>();
        for (SheetPrice price : SheetReader.read(csv, errors)) {
            PriceService.checkFrom(errors, "line " + price.line() + ": effective_from", price.effectiveFrom(), now);
            servers.find(price.environment(), price.server())
                    .ifPresentOrElse(
                            server -> wanted.add(new Wanted(price, server.id().value())),
                            () -> errors.add("line " + price.line() + ": server", "there is no such server"));
        }
        errors.throwIfAny();
        wanted.sort(Comparator.comparing(each -> each.from(now)));
        if (dryRun) {
            return outcome(
                    true,
                    wanted.stream().map(each -> line(each, effect(each, now))).toList());
        }
        return outcome(
                false,
                changes.make(change -> wanted.stream()
                        .map(each -> line(each, apply(change, each, now)))
                        .toList()));
    }

    /** A price of a sheet, with the server that it names. */
    private record Wanted(SheetPrice price, UUID server) {
        Instant from(Instant now) {
            Instant from = price.effectiveFrom();
            return from == null ? now : from;
        }
    }

    private Effect effect(Wanted wanted, Instant now) {
        PriceRow row = store.find(wanted.server, wanted.price.tool()).orElse(null);
        return row == null ? Effect.CREATED : says(row, wanted, now) ? Effect.UNCHANGED : Effect.CHANGED;
    }

    /** Whether it says so at that time already. */
    private boolean says(PriceRow row, Wanted wanted, Instant now) {
        Instant from = wanted.from(now);
        @Nullable PriceVersion then = null;
        for (PriceVersionRow each : versions.standing(row, now)) {
            if (!each.effectiveFrom.isAfter(from)) {
                then = each.toModel();
            }
        }
        return then != null && then.terms().equals(versions.here(wanted.price.terms()));
    }

    private Effect apply(Change change, Wanted wanted, Instant now) {
        Effect effect = effect(wanted, now);
        switch (effect) {
            case UNCHANGED -> {
                return effect;
            }
            case CREATED -> {
                PriceRow row = new PriceRow();
                row.serverId = wanted.server;
                row.toolName = wanted.price.tool();
                versions.first(row, wanted.price.terms(), wanted.from(now));
                versions.publish(change, row, now);
                followed.publish(row.serverId, change);
            }
            case CHANGED -> {
                PriceRow row = store.find(wanted.server, wanted.price.tool()).orElseThrow();
                add(row, wanted, now);
                versions.publish(change, row, now);
            }
        }
        return effect;
    }

    private void add(PriceRow row, Wanted wanted, Instant now) {
        try {
            versions.add(row, wanted.price.terms(), wanted.price.effectiveFrom(), now);
        } catch (Refused e) {
            if (e.refusal() instanceof Refusal.Invalid invalid) {
                throw Refused.invalid(
                        "line " + wanted.price.line() + ": effective_from",
                        invalid.errors().getFirst().message(),
                        e);
            }
            throw e;
        }
    }

    private static PriceSheetOutcome.Line line(Wanted wanted, Effect effect) {
        SheetPrice price = wanted.price;
        return new PriceSheetOutcome.Line(
                price.line(),
                price.server(),
                price.tool(),
                effect,
                price.terms().words());
    }

    private static PriceSheetOutcome outcome(boolean dryRun, List<PriceSheetOutcome.Line> lines) {
        return new PriceSheetOutcome(
                dryRun,
                count(lines, Effect.CREATED),
                count(lines, Effect.CHANGED),
                count(lines, Effect.UNCHANGED),
                lines.stream()
                        .sorted(Comparator.comparingLong(PriceSheetOutcome.Line::line))
                        .toList());
    }

    private static int count(List<PriceSheetOutcome.Line> lines, Effect effect) {
        return (int) lines.stream().filter(line -> line.effect() == effect).count();
    }
}
