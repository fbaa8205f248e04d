package dev.tollgate.bench.scenario;

import dev.tollgate.bench.report.Report;
import dev.tollgate.bench.savings.Measurement;
import dev.tollgate.bench.savings.Row;
import dev.tollgate.bench.savings.SavingsTables;
import dev.tollgate.bench.savings.Way;
import dev.tollgate.bench.savings.agent.Rates;
import dev.tollgate.bench.savings.catalogue.Catalogue;
import dev.tollgate.bench.savings.catalogue.Server;
import dev.tollgate.bench.savings.estate.Estate;
import dev.tollgate.bench.world.ConfigPublisher;
import dev.tollgate.bench.world.GatewayBuild;
import dev.tollgate.bench.world.GatewayProcess;
import dev.tollgate.bench.world.MadeTenant;
import dev.tollgate.bench.world.Organization;
import dev.tollgate.bench.world.Site;
import dev.tollgate.model.key.KeySecret;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The same tasks in organizations of several sizes, by agents that have all definitions, that write scripts, and that search:
 * how many tokens their models read and write. Figures are the same in every run.
 *
 * @param sizes how many servers of the catalogue each organization has
 */
public record SavingsScenario(List<Integer> sizes, GatewayBuild build) implements Scenario {
    public SavingsScenario {
        sizes = List.copyOf(sizes);
    }

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        List<Row> rows = rows(report::progress);
        report.section("Tokens of all tasks", SavingsTables.sums(rows));
        report.section("What they cost", SavingsTables.costs(rows, Rates.USUAL));
        report.section("By how hard tasks are", SavingsTables.levels(rows));
        for (Row row : rows) {
            report.section("Each task, " + row.tools() + " tools", SavingsTables.tasks(row));
        }
    }

    /**
     * Measures, a row for each size.
     *
     * @param progress is told what goes on
     * @throws IOException if a task could not be done, or was done otherwise in one way than in another
     */
    public List<Row> rows(Consumer<String> progress) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        try (Site site = Site.open();
                Estate estate = Estate.start(Catalogue.first(Catalogue.size()));
                ConfigPublisher publisher = site.publisher();
                GatewayProcess gateway = site.gateway("tollgate", build)) {
            Measurement measurement = new Measurement(gateway.mcp(), estate, progress);
            for (int size : sizes) {
                List<Server> servers = estate.servers().subList(0, size);
                MadeTenant tenant = Organization.make(servers, Site.REGION, estate::url, new SecureRandom());
                publisher.publish(tenant);
                publisher.flush();
                Map<Way, KeySecret> keys = new EnumMap<>(Way.class);
                for (Way way : Way.values()) {
                    keys.put(way, tenant.keys().get(way.mode().ordinal()));
                }
                rows.add(measurement.row(servers, keys));
            }
        }
        return rows;
    }
}
