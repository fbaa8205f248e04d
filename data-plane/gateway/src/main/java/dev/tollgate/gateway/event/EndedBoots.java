package dev.tollgate.gateway.event;

import dev.tollgate.model.quota.BootEnded;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The boots before this one of which the ledger has not been told that they are over, on disk, so that their segments may
 * go before it is told. Safe from any thread.
 */
final class EndedBoots {
    /** Of a gateway that starts again and again without Kafka; of more the oldest are forgotten. */
    static final int COUNT_MAX = 1_000;

    private final Path file;
    private final Map<UUID, Long> untold = new LinkedHashMap<>();

    /**
     * @param found what the spool has of earlier boots, by the number of each one's last event
     * @throws IOException if the file cannot be read or written
     */
    EndedBoots(Path directory, Map<UUID, Long> found) throws IOException {
        file = directory.resolve("ended-boots");
        if (Files.exists(file)) {
            Files.readAllLines(file).forEach(this::read);
        }
        found.forEach((boot, last) -> untold.merge(boot, last, Math::max));
        while (untold.size() > COUNT_MAX) {
            untold.remove(untold.keySet().iterator().next());
        }
        write();
    }

    private void read(String line) {
        String[] words = line.split(" ");
        try {
            untold.put(UUID.fromString(words[0]), Long.parseLong(words[1]));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            // Torn by a power cut: of that boot nothing is proven, and its leases count until their windows are over.
            return;
        }
    }

    private void write() throws IOException {
        List<String> lines = new ArrayList<>();
        untold.forEach((boot, last) -> lines.add(boot + " " + last));
        Path draft = file.resolveSibling("ended-boots.new");
        Files.write(draft, lines);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    synchronized List<BootEnded> untold() {
        List<BootEnded> boots = new ArrayList<>(untold.size());
        untold.forEach((boot, last) -> boots.add(new BootEnded(boot, last)));
        return boots;
    }

    synchronized void told(BootEnded ended) {
        if (untold.remove(ended.boot()) == null) {
            return;
        }
        try {
            write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
