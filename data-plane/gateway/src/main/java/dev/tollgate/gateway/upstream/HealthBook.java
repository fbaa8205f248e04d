package dev.tollgate.gateway.upstream;

import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * How all upstreams do that this gateway has called, for as long as they are configured as they are, whether or not
 * something is open to them. Safe from any thread.
 */
public final class HealthBook {
    /** More than may be open at once in all ways together. */
    public static final int UPSTREAMS_MAX = 30_000;

    private final FailureCounts failures = new FailureCounts();
    private final InstantSource clock;
    private final Map<Key, Entry> entries = new ConcurrentHashMap<>();

    public HealthBook(InstantSource clock) {
        this.clock = clock;
    }

    /** An upstream of a tenant. */
    public record Key(TenantId tenant, ServerId server) {
        static Key of(ServerConfig server) {
            return new Key(server.tenant(), server.id());
        }
    }

    private record Entry(ServerConfig config, Health health) {}

    /**
     * Where the calls of a server are noted, by whose connection ever; a fresh page if it is reached in another way than
     * before.
     */
    public Health of(ServerConfig reached) {
        ServerConfig server = reached.byNobody();
        if (entries.size() >= UPSTREAMS_MAX && !entries.containsKey(Key.of(server))) {
            return new Health(failures, clock);
        }
        return entries.compute(
                        Key.of(server),
                        (key, before) -> before != null && before.config.isReachedAs(server)
                                ? before
                                : new Entry(server, new Health(failures, clock)))
                .health;
    }

    /** How each did until now. */
    public Map<Key, HealthReading> read() {
        Map<Key, HealthReading> readings = new HashMap<>();
        entries.forEach((key, entry) -> readings.put(key, entry.health.read()));
        return readings;
    }

    /** Forgets servers that are no longer wanted as they were. */
    public void forgetUnless(Predicate<ServerConfig> wanted) {
        entries.values().removeIf(entry -> !wanted.test(entry.config));
    }

    /** How many upstreams are known. */
    public int size() {
        return entries.size();
    }

    /** How many calls failed, by how far they came, since the gateway started. */
    public long failures(UpstreamReply.Stage stage) {
        return failures.of(stage);
    }
}
