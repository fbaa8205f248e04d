package dev.tollgate.local.app;

import dev.tollgate.local.part.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Servers over stdio that whoever runs a local stack allows beside the demo's: a file in its data folder, one line each,
 * {@code name=program,argument,…}. Tenants give the name and nothing else.
 */
final class OwnCommands {
    private static final String FILE = "stdio-commands.properties";

    private OwnCommands() {}

    /** What is run, by its name; none if there is no such file. */
    static Map<String, String> in(DataFolder data) throws IOException {
        var file = data.root().resolve(FILE);
        var commands = new TreeMap<String, String>();
        if (Files.exists(file)) {
            var lines = new Properties();
            try (var in = Files.newBufferedReader(file)) {
                lines.load(in);
            }
            lines.stringPropertyNames().forEach(name -> commands.put(name, lines.getProperty(name)));
        }
        return commands;
    }
}
