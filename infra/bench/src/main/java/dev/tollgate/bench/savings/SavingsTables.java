package dev.tollgate.bench.savings;

import dev.tollgate.bench.report.Markdown;
import dev.tollgate.bench.savings.agent.Rates;
import dev.tollgate.bench.savings.agent.Usage;
import dev.tollgate.bench.savings.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** What was saved, as tables. */
public final class SavingsTables {
    /** What Bifrost's makers publish of their Code Mode: change of input tokens in percent, by number of tools. */
    private static final Map<Integer, String> PUBLISHED = Map.of(96, "-58.2", 251, "-84.5", 508, "-92.8");

    private SavingsTables() {}

    /** A line for each size and way, over all tasks. */
    public static String sums(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        for (Row row : rows) {
            Usage direct = row.sum(Way.DIRECT, _ -> true);
            for (Way way : row.ways()) {
                Usage usage = row.sum(way, _ -> true);
                lines.add(List.of(
                        row.servers() + ", " + row.tools() + ", " + way.words(),
                        Markdown.whole(row.definitions().getOrDefault(way, 0L)),
                        Markdown.whole(usage.requests()),
                        Markdown.whole(usage.input()),
                        way == Way.DIRECT ? "" : percent(row.change(way, _ -> true)),
                        way == Way.CODE ? PUBLISHED.getOrDefault(row.tools(), "") : "",
                        Markdown.whole(usage.output()),
                        way == Way.DIRECT ? "" : change(usage.output(), direct.output())));
            }
        }
        return Markdown.table(
                List.of(
                        "servers, tools, way",
                        "definitions",
                        "requests",
                        "input",
                        "%",
                        "published %",
                        "output",
                        "output %"),
                lines);
    }

    /** The same in dollars. */
    public static String costs(List<Row> rows, Rates rates) {
        List<List<String>> lines = new ArrayList<>();
        for (Row row : rows) {
            Usage direct = row.sum(Way.DIRECT, _ -> true);
            for (Way way : row.ways()) {
                Usage usage = row.sum(way, _ -> true);
                lines.add(List.of(
                        row.servers() + ", " + row.tools() + ", " + way.words(),
                        Markdown.decimal(usage.cost(rates), 2),
                        way == Way.DIRECT ? "" : change(usage.cost(rates), direct.cost(rates)),
                        Markdown.decimal(usage.cachedCost(rates), 2),
                        way == Way.DIRECT ? "" : change(usage.cachedCost(rates), direct.cachedCost(rates)),
                        Markdown.whole(usage.longest())));
            }
        }
        return Markdown.table(
                List.of("servers, tools, way", "$", "%", "$ with caching", "caching %", "longest request"), lines);
    }

    /** How much less input there is, in percent, by how hard tasks are. */
    public static String levels(List<Row> rows) {
        List<List<String>> lines = new ArrayList<>();
        for (Row row : rows) {
            for (Way way : row.ways().stream().filter(way -> way != Way.DIRECT).toList()) {
                List<String> line = new ArrayList<>(List.of(row.servers() + ", " + row.tools() + ", " + way.words()));
                for (Task.Level level : Task.Level.values()) {
                    Predicate<Task> wanted = task -> task.level() == level;
                    line.add(percent(row.change(way, wanted)));
                }
                lines.add(line);
            }
        }
        List<String> header = new ArrayList<>(List.of("input %"));
        for (Task.Level level : Task.Level.values()) {
            header.add(level.name().toLowerCase(Locale.ROOT));
        }
        return Markdown.table(header, lines);
    }

    /** Input tokens of each task, and how much less they are than with all definitions. */
    public static String tasks(Row row) {
        List<String> header = new ArrayList<>(List.of("input, requests, %"));
        row.ways().forEach(way -> header.add(way.words()));
        List<List<String>> lines = new ArrayList<>();
        for (Task task : row.tasks()) {
            long direct = row.of(Way.DIRECT, task).input();
            List<String> line = new ArrayList<>(
                    List.of(task.name() + ", " + task.level().name().toLowerCase(Locale.ROOT)));
            for (Way way : row.ways()) {
                Usage usage = row.of(way, task);
                line.add(Markdown.whole(usage.input()) + ", " + usage.requests()
                        + (way == Way.DIRECT ? "" : ", " + change(usage.input(), direct)));
            }
            lines.add(line);
        }
        return Markdown.table(header, lines);
    }

    private static String change(double value, double before) {
        return percent(100 * (value - before) / before);
    }

    private static String percent(double change) {
        return String.format(Locale.ROOT, "%+.1f", change);
    }
}
