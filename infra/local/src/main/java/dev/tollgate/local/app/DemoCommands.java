package dev.tollgate.local.app;

import dev.tollgate.local.part.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The servers over stdio that a local stack allows, by the name that a tenant gives: the MCP project's own, and {@link OwnCommands}. */
final class DemoCommands {
    private static final String NAMES = "tollgate.stdio.commands";
    private static final List<String> COMMANDS = List.of("filesystem", "memory", "sequential-thinking");

    private DemoCommands() {}

    /** What a control plane checks by. */
    static Map<String, String> names(DataFolder data) throws IOException {
        var all = new ArrayList<>(COMMANDS);
        all.addAll(OwnCommands.in(data).keySet());
        return Map.of(NAMES, String.join(",", all));
    }

    /** What a gateway runs. */
    static Map<String, String> commands(Path demoServers, DataFolder data) throws IOException {
        var config = new TreeMap<>(names(data));
        OwnCommands.in(data).forEach((name, argv) -> config.put(argvOf(name), argv));
        config.put(argvOf("filesystem"), "node," + script(demoServers, "filesystem") + "," + DemoFiles.folder(data));
        // A process serves one server, and remembers in a file of its own: one that they shared would be other tenants'
        // too.
        var file = "\"$(mktemp -p '" + data.run("") + "' --suffix=.memory)\"";
        config.put(
                argvOf("memory"), "sh,-c,exec env MEMORY_FILE_PATH=" + file + " node " + script(demoServers, "memory"));
        config.put(argvOf("sequential-thinking"), "node," + script(demoServers, "sequential-thinking"));
        return config;
    }

    private static String argvOf(String command) {
        return "tollgate.stdio.command." + command + ".argv";
    }

    private static Path script(Path demoServers, String name) {
        return demoServers.resolve("node_modules/@modelcontextprotocol/server-" + name + "/dist/index.js");
    }
}
