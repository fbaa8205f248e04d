package dev.tollgate.control.price;

import dev.tollgate.control.environment.EnvironmentService;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.price.PriceSheet.Column;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.server.ServerRow;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.api.PriceSheetOutcome;
import dev.tollgate.model.api.PriceSheetOutcome.Effect;
import dev.tollgate.model.price.PriceVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
                        Map.of(
                                Column.ENVIRONMENT,
                                environment,
                                Column.SERVER,
                                server.name().value()),
                        row.toolName,
                        version.effectiveFrom().isAfter(now) ? version.effectiveFrom() : null,
                        version.terms()));
            }
        }
        return PriceSheet.of(SheetLayout.TENANT, prices);
    }

    /** All of a sheet or, if anything is wrong with it, nothing. */
    @Transactional
    PriceSheetOutcome read(String csv, boolean dryRun) {
        FieldErrors errors = new FieldErrors();
        Instant now = Times.now();
        List<Wanted> wanted = new ArrayList<>();
        for (SheetPrice price : SheetReader.read(SheetLayout.TENANT, csv, errors)) {
            PriceService.checkFrom(errors, price.field(Column.EFFECTIVE_FROM), price.effectiveFrom(), now);
            servers.find(price.at(Column.ENVIRONMENT), price.at(Column.SERVER))
                    .ifPresentOrElse(
                            server -> wanted.add(new Wanted(price, server.id().value())),
                            () -> errors.add(price.field(Column.SERVER), "there is no such server"));
        }
        errors.throwIfAny();
        wanted.sort(Comparator.comparing(each -> each.price.from(now)));
        List<PriceSheetOutcome.Line> lines = dryRun
                ? wanted.stream().map(each -> each.becomes(effect(each, now))).toList()
                : changes.make(change -> wanted.stream()
                        .map(each -> each.becomes(apply(change, each, now)))
                        .toList());
        return PriceSheetOutcome.of(dryRun, lines);
    }

    /** A price of a sheet, with the server that it names. */
    private record Wanted(SheetPrice price, UUID server) {
        PriceSheetOutcome.Line becomes(Effect effect) {
            return price.becomes(effect, Column.SERVER);
        }
    }

    private Effect effect(Wanted wanted, Instant now) {
        PriceRow row = store.find(wanted.server, wanted.price.tool()).orElse(null);
        return row == null ? Effect.CREATED : says(row, wanted.price, now) ? Effect.UNCHANGED : Effect.CHANGED;
    }

    private boolean says(PriceRow row, SheetPrice price, Instant now) {
        List<PriceVersion> standing = versions.standing(row, now).stream()
                .map(PriceVersionRow::toModel)
                .toList();
        return price.isSaidBy(standing, versions.here(price.terms()), now);
    }

    private Effect apply(Change change, Wanted wanted, Instant now) {
        SheetPrice price = wanted.price;
        Effect effect = effect(wanted, now);
        switch (effect) {
            case UNCHANGED -> {
                return effect;
            }
            case CREATED -> {
                PriceRow row = new PriceRow();
                row.serverId = wanted.server;
                row.toolName = price.tool();
                versions.first(row, price.terms(), price.from(now));
                versions.publish(change, row, now);
                followed.publish(row.serverId, change);
            }
            case CHANGED -> {
                PriceRow row = store.find(wanted.server, price.tool()).orElseThrow();
                price.timed(() -> {
                    versions.add(row, price.terms(), price.effectiveFrom(), now);
                    return row;
                });
                versions.publish(change, row, now);
            }
        }
        return effect;
    }
}
