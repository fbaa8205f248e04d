package dev.tollgate.control.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.model.api.ToolDiff;
import dev.tollgate.model.api.ToolDiff.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Says place by place how two definitions differ; members of objects by name, elements of arrays by place. */
final class Differences {
    private final List<Change> changes = new ArrayList<>();

    private Differences() {}

    static ToolDiff between(JsonNode before, JsonNode after) {
        Differences differences = new Differences();
        differences.compare("", before, after);
        return new ToolDiff(List.copyOf(differences.changes));
    }

    private void compare(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before == null || after == null || before.getNodeType() != after.getNodeType()) {
            changes.add(new Change(path, before, after));
        } else if (before.isObject()) {
            TreeSet<String> names = new TreeSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(path + "/" + escaped(name), before.get(name), after.get(name)));
        } else if (before.isArray()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(path + "/" + i, before.get(i), after.get(i));
            }
        } else if (!before.equals(after)) {
            changes.add(new Change(path, before, after));
        }
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
