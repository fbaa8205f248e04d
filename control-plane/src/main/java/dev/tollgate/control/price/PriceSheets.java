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
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        List<Step> steps = dryRun
                ? plan(wanted, now)
                : changes.make(change -> {
                    List<Step> planned = plan(wanted, now);
                    planned.forEach(step -> write(change, step, now));
                    return planned;
                });
        return PriceSheetOutcome.of(dryRun, steps.stream().map(Step::line).toList());
    }

    /** A price of a sheet, with the server that it names. */
    private record Wanted(SheetPrice price, UUID server) {
        Subject subject() {
            return new Subject(server, Optional.ofNullable(price.tool()));
        }
    }

    /** What a price is for; no tool means all tools of the server. */
    private record Subject(UUID server, Optional<String> tool) {}

    /**
     * A price as a line of a sheet finds it.
     *
     * @param count of all its versions; 0 where there is no such price
     * @param standing those that hold or are to come
     */
    private record Found(long count, List<PriceVersion> standing) {
        Found after(Step step) {
            if (step.effect == Effect.UNCHANGED) {
                return this;
            }
            List<PriceVersion> more = new ArrayList<>(standing);
            more.add(new PriceVersion(count + 1, step.from, step.terms));
            return new Found(count + 1, more);
        }
    }

    /**
     * What becomes of one price at one time.
     *
     * @param from when it begins to hold
     * @param terms with what the tenant's calendar says
     */
    private record Step(Wanted wanted, Effect effect, Instant from, PriceTerms terms) {
        PriceSheetOutcome.Line line() {
            return wanted.price.becomes(effect, Column.SERVER);
        }
    }

    /**
     * All of it before any is written: each line finds what the lines before it have made.
     *
     * @param wanted in the order of their times
     */
    private List<Step> plan(List<Wanted> wanted, Instant now) {
        Map<Subject, Found> prices = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        for (Wanted each : wanted) {
            Found found = prices.computeIfAbsent(each.subject(), subject -> find(subject, now));
            Step step = step(each, found, now);
            prices.put(each.subject(), found.after(step));
            steps.add(step);
        }
        return steps;
    }

    private Found find(Subject subject, Instant now) {
        return store.find(subject.server, subject.tool.orElse(null))
                .map(row -> new Found(versions.versionCount(row), versions.standingOf(row, now)))
                .orElseGet(() -> new Found(0, List.of()));
    }

    private Step step(Wanted wanted, Found found, Instant now) {
        SheetPrice price = wanted.price;
        PriceTerms terms = versions.here(price.terms());
        if (found.count == 0) {
            return new Step(wanted, Effect.CREATED, price.from(now), terms);
        }
        if (price.isSaidBy(found.standing, terms, now)) {
            return new Step(wanted, Effect.UNCHANGED, price.from(now), terms);
        }
        Instant from = price.timed(() -> PriceVersions.begins(found.standing, found.count, price.effectiveFrom(), now));
        return new Step(wanted, Effect.CHANGED, from, terms);
    }

    private void write(Change change, Step step, Instant now) {
        UUID server = step.wanted.server;
        @Nullable String tool = step.wanted.price.tool();
        switch (step.effect) {
            case UNCHANGED -> {}
            case CREATED -> {
                PriceRow row = new PriceRow();
                row.serverId = server;
                row.toolName = tool;
                versions.first(row, step.terms, step.from);
                versions.publish(change, row, now);
                followed.publish(server, change);
            }
            case CHANGED -> {
                PriceRow row = store.find(server, tool).orElseThrow();
                versions.append(row, step.terms, step.from);
                versions.publish(change, row, now);
            }
        }
    }
}
