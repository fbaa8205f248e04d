package dev.tollgate.local.stack;

import dev.tollgate.local.part.DataFolder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a running stack tells other shells: its own process and those of its parts.
 *
 * @param startedAt tells this process from a later one with the same id
 * @param pids by the part's name; a part that does not run is missing
 */
public record RunFile(long pid, Instant startedAt, Map<String, Long> pids) {
    private static final String FILE = "stack.properties";
    private static final String PART = "part.";

    public RunFile {
        pids = Map.copyOf(pids);
    }

    /** Of the stack that runs in this very process. */
    static RunFile ofThisProcess(Map<String, Long> pids) {
        var self = ProcessHandle.current();
        return new RunFile(self.pid(), self.info().startInstant().orElse(Instant.EPOCH), pids);
    }

    /** Empty where no stack runs in the folder, whatever an earlier one left there. */
    public static Optional<RunFile> read(DataFolder data) throws IOException {
        if (!Files.exists(data.run(FILE))) {
            return Optional.empty();
        }
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(data.run(FILE))));
        if (!properties.containsKey("pid") || !properties.containsKey("started-at")) {
            return Optional.empty();
        }
        var pids = new TreeMap<String, Long>();
        properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PART))
                .forEach(name -> pids.put(name.substring(PART.length()), Long.valueOf(properties.getProperty(name))));
        var run = new RunFile(
                Long.parseLong(properties.getProperty("pid")),
                Instant.parse(properties.getProperty("started-at")),
                pids);
        return Optional.of(run).filter(RunFile::isAlive);
    }

    /** The stack's process, while it is there. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(found ->
                        found.info().startInstant().orElse(Instant.EPOCH).equals(startedAt));
    }

    private boolean isAlive() {
        return process().isPresent();
    }

    void write(DataFolder data) throws IOException {
        var parts = new TreeMap<>(pids)
                .entrySet().stream()
                        .map(entry -> PART + entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining());
        Files.writeString(data.run(FILE), "pid=" + pid + "\nstarted-at=" + startedAt + "\n" + parts);
    }

    static void delete(DataFolder data) throws IOException {
        Files.deleteIfExists(data.run(FILE));
    }
}
