package dev.tollgate.ui.view.layout;

import dev.tollgate.model.api.Through;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How a key comes by a tool, in words. */
public final class ThroughWords {
    private ThroughWords() {}

    /**
     * Each way: {@code group support of tier Pro (crm__*), if args.amount < 100}.
     *
     * @param subject how a subject is spoken of, by its ref
     */
    public static String of(List<Through> ways, Function<String, String> subject) {
        return ways.stream().map(way -> of(way, subject)).collect(Collectors.joining("; "));
    }

    private static String of(Through way, Function<String, String> subject) {
        String group = way.groupName();
        String through = way.subject();
        String source = group == null
                ? "its own pattern " + way.tools()
                : "group " + group + (through == null ? "" : " of " + subject.apply(through)) + " (" + way.tools()
                        + ")";
        return way.when() == null ? source : source + ", if " + way.when();
    }
}
