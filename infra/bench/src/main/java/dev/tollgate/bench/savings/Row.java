package dev.tollgate.bench.savings;

import dev.tollgate.bench.savings.agent.Usage;
import dev.tollgate.bench.savings.task.Task;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What the tasks took that an organization of one size can give.
 *
 * @param usages by way, of each task in the order of the tasks
 * @param definitions by way, how many tokens of them stand in each request
 */
public record Row(int servers, int tools, List<Task> tasks, Map<Way, List<Usage>> usages, Map<Way, Long> definitions) {
    public Row {
        tasks = List.copyOf(tasks);
        usages = new EnumMap<>(usages);
        definitions = new EnumMap<>(definitions);
    }

    List<Way> ways() {
        return List.copyOf(usages.keySet());
    }

    Usage of(Way way, Task task) {
        return usages.getOrDefault(way, List.of()).get(tasks.indexOf(task));
    }

    /** Of all tasks that are wanted together. */
    Usage sum(Way way, Predicate<Task> wanted) {
        return tasks.stream().filter(wanted).map(task -> of(way, task)).reduce(Usage.NONE, Usage::plus);
    }

    /** How the input of the tasks that are wanted differs from that with all definitions, in percent; negative where it is less. */
    public double change(Way way, Predicate<Task> wanted) {
        double direct = sum(Way.DIRECT, wanted).input();
        return 100 * (sum(way, wanted).input() - direct) / direct;
    }
}
