package dev.tollgate.local.stack;

import dev.tollgate.local.part.DataFolder;
import dev.tollgate.model.id.Region;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a running stack tells other shells: its own process and those of its parts.
 *
 * @param startedAt tells this process from a later one with the same id
 * @param ports of its parts, by name
 * @param pids by the part's name; a part that does not run is missing
 * @param regions of its gateways, by name
 */
public record RunFile(
        long pid, Instant startedAt, Map<String, Integer> ports, Map<String, Long> pids, Map<String, Region> regions) {
    private static final String FILE = "stack.properties";
    private static final String PORT = "port.";
    private static final String PART = "part.";
    private static final String REGION = "region.";

    public RunFile {
        ports = Map.copyOf(ports);
        pids = Map.copyOf(pids);
        regions = Map.copyOf(regions);
    }

    /** Of the stack that runs in this very process. */
    static RunFile ofThisProcess(Map<String, Integer> ports, Map<String, Long> pids, Map<String, Region> regions) {
        var self = ProcessHandle.current();
        return new RunFile(self.pid(), self.info().startInstant().orElse(Instant.EPOCH), ports, pids, regions);
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
        var run = new RunFile(
                Long.parseLong(properties.getProperty("pid")),
                Instant.parse(properties.getProperty("started-at")),
                named(properties, PORT, Integer::valueOf),
                named(properties, PART, Long::valueOf),
                named(properties, REGION, Region::new));
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
        var text = "pid=" + pid + "\nstarted-at=" + startedAt + "\n" + lines(PORT, ports) + lines(PART, pids)
                + lines(REGION, regions);
        // Moved into place, because another shell may read at any time.
        var beside = data.run(FILE + ".new");
        Files.writeString(beside, text);
        Files.move(beside, data.run(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    private static <T> Map<String, T> named(Properties properties, String prefix, Function<String, T> read) {
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .collect(Collectors.toMap(
                        name -> name.substring(prefix.length()), name -> read.apply(properties.getProperty(name))));
    }

    private static String lines(String prefix, Map<String, ?> values) {
        return new TreeMap<String, Object>(values)
                .entrySet().stream()
                        .map(entry -> prefix + entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    static void delete(DataFolder data) throws IOException {
        Files.deleteIfExists(data.run(FILE));
    }
}
