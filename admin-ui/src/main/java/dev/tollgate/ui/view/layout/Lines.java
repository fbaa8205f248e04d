package dev.tollgate.ui.view.layout;

import java.util.List;

/** Lists written one entry a line. */
public final class Lines {
    private Lines() {}

    /** The entries, without blank ones and repetitions. A comma separates too. */
    public static List<String> of(String text) {
        return text.lines()
                .flatMap(line -> List.of(line.split(",", -1)).stream())
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .distinct()
                .toList();
    }
}
