package dev.tollgate.gateway.code;

import dev.tollgate.gateway.meter.PriceList;
import dev.tollgate.gateway.policy.ExposedTool;
import dev.tollgate.model.config.StubBinding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The tools that scripts of one key can call, by their servers. What is not in here does not exist for them. Immutable. */
public final class ScriptTools {
    private final SequencedMap<String, Namespace> namespaces;
    private final StubFiles files;

    ScriptTools(SequencedMap<String, Namespace> namespaces) {
        this.namespaces = namespaces;
        this.files = StubFiles.of(namespaces.values());
    }

    /**
     * A server's tools.
     *
     * @param name as scripts write it
     * @param server as its tenant calls it
     * @param tools by the names that scripts write
     */
    record Namespace(String name, String server, StubBinding stubs, SequencedMap<String, ScriptTool> tools) {}

    /**
     * @param at the moment whose prices are told
     */
    public static ScriptTools of(List<ExposedTool> tools, PriceList prices, Instant at) {
        Map<String, List<ExposedTool>> byServer = new TreeMap<>();
        tools.forEach(tool -> byServer.computeIfAbsent(tool.server().name().value(), _ -> new ArrayList<>())
                .add(tool));
        Map<String, String> names = Names.assignGlobal(byServer.keySet());
        SequencedMap<String, Namespace> namespaces = new LinkedHashMap<>();
        byServer.forEach((server, those) -> {
            String name = names.getOrDefault(server, server);
            Map<String, String> functions =
                    Names.assign(those.stream().map(ScriptTools::called).toList());
            SequencedMap<String, ScriptTool> byName = new TreeMap<>();
            for (ExposedTool tool : those) {
                String function = functions.getOrDefault(called(tool), called(tool));
                byName.put(function, new ScriptTool(tool, name, function, price(tool, prices, at)));
            }
            namespaces.put(
                    name, new Namespace(name, server, those.getFirst().server().stubs(), byName));
        });
        return new ScriptTools(namespaces);
    }

    private static String called(ExposedTool tool) {
        String alias = tool.tool().alias();
        return alias == null ? tool.tool().name() : alias;
    }

    /** In words; empty if it is free. */
    static String price(ExposedTool tool, PriceList prices, Instant at) {
        return prices.terms(tool.tool(), at)
                .map(terms -> terms.perCall()
                        .map(each -> "$" + each.dollars() + " a call")
                        .orElse("priced by use"))
                .orElse("");
    }

    public StubFiles files() {
        return files;
    }

    SequencedMap<String, Namespace> namespaces() {
        return namespaces;
    }

    /**
     * The tool by its server's and its own name, as scripts write them or as its tenant does; null if there is none for
     * these scripts.
     */
    public @Nullable ScriptTool find(String server, String tool) {
        for (Namespace namespace : namespaces.values()) {
            if (namespace.name().equals(server) || namespace.server().equals(server)) {
                ScriptTool found = namespace.tools().get(tool);
                return found != null
                        ? found
                        : namespace.tools().values().stream()
                                .filter(each -> called(each.tool()).equals(tool))
                                .findFirst()
                                .orElse(null);
            }
        }
        return null;
    }
}
