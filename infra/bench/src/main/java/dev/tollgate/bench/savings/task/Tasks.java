package dev.tollgate.bench.savings.task;

import java.util.List;
import java.util.stream.Stream;

/** All tasks, easy ones first. */
public final class Tasks {
    private Tasks() {}

    public static List<Task> all() {
        return Stream.of(EasyTasks.ALL, MediumTasks.ALL, MoneyTasks.ALL, TeamTasks.ALL, LargerTasks.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
