package dev.tollgate.gateway.person;

import dev.tollgate.gateway.credential.UpstreamHeaders;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.PersonConnection;
import dev.tollgate.model.config.PersonalAccess;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.seal.Seal;
import dev.tollgate.model.wire.ConfigCodec;
import dev.tollgate.model.wire.ConfigKey;
import dev.tollgate.model.wire.ConnectionSeal;
import dev.tollgate.model.wire.MalformedRecord;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * All people's connections that this gateway knows, by whom and to what. What a record says was sealed for it, so whoever can
 * write to the topic can change none, and can bring none back: a later one stays. Read from any thread; written by one.
 */
public final class PersonConnections {
    /** Of all tenants together; what is beyond is not taken. */
    public static final int COUNT_MAX = 500_000;

    private static final String NOBODY_WORDS =
            "is reached by each person's own connection, and this was asked on nobody's behalf";
    private static final UpstreamHeaders BY_NOBODY = UpstreamHeaders.closed(NOBODY_WORDS);

    private final Seal seal;
    private final Region region;
    private final int countMax;
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicLongArray outcomes = new AtomicLongArray(Taken.values().length);
    private final ConcurrentHashMap<TenantId, OfTenant> tenants = new ConcurrentHashMap<>();

    private record Key(ServerId server, UUID person) {}

    private static final class OfTenant {
        final ConcurrentHashMap<Key, Held> held = new ConcurrentHashMap<>();
        final AtomicLong changes = new AtomicLong();
    }

    /** What became of a record. */
    public enum Taken {
        TAKEN,
        /** It is here already, or a later one is. */
        KNOWN,
        /** It is no connection, or not of the tenant, server and person that its key names. */
        UNREADABLE,
        /** It was not sealed for this gateway's region, or was changed since; what was here before stays. */
        CLOSED,
        ONE_TOO_MANY
    }

    public PersonConnections(Seal seal, Region region) {
        this(seal, region, COUNT_MAX);
    }

    PersonConnections(Seal seal, Region region, int countMax) {
        this.seal = seal;
        this.region = region;
        this.countMax = countMax;
    }

    /** Takes a record's value. */
    public Taken take(ConfigKey key, byte[] value) {
        Taken taken = read(key, value);
        outcomes.incrementAndGet(taken.ordinal());
        return taken;
    }

    private Taken read(ConfigKey key, byte[] value) {
        try {
            return take(ConfigCodec.decodeConnection(key, value), value);
        } catch (MalformedRecord | IllegalArgumentException e) {
            return Taken.UNREADABLE;
        }
    }

    private Taken take(PersonConnection record, byte[] value) {
        OfTenant tenant = tenants.computeIfAbsent(record.tenant(), _ -> new OfTenant());
        Key key = new Key(record.server(), record.person());
        Held before = tenant.held.get(key);
        if (before != null && before.serial() >= record.serial()) {
            return Taken.KNOWN;
        }
        if (before == null && count.get() >= countMax) {
            return Taken.ONE_TOO_MANY;
        }
        String text = record.sealed().get(region.value());
        Optional<ConnectionSeal.Content> content =
                text == null ? Optional.empty() : ConnectionSeal.of(record).open(text, region, seal);
        if (content.isEmpty()) {
            return Taken.CLOSED;
        }
        Held next = Held.after(before, record.person(), record.serial(), content.get(), value);
        tenant.held.put(key, next);
        if (before == null) {
            count.incrementAndGet();
        }
        if (!next.servesAs(before)) {
            tenant.changes.incrementAndGet();
        }
        return Taken.TAKEN;
    }

    /** Forgets connections to servers that the tenant has no more; true if there were any. */
    public boolean keep(TenantId tenant, Set<ServerId> servers) {
        OfTenant known = tenants.get(tenant);
        return known != null && forget(known, servers);
    }

    private boolean forget(OfTenant tenant, Set<ServerId> kept) {
        boolean any = false;
        for (Map.Entry<Key, Held> each : tenant.held.entrySet()) {
            if (!kept.contains(each.getKey().server) && tenant.held.remove(each.getKey(), each.getValue())) {
                each.getValue().end();
                count.decrementAndGet();
                any = true;
            }
        }
        return any;
    }

    /** The tenant is not this region's any more. */
    public void forget(TenantId tenant) {
        OfTenant known = tenants.remove(tenant);
        if (known != null) {
            forget(known, Set.of());
        }
    }

    /** The records of a tenant by their keys, to be kept on disk. */
    public Map<String, byte[]> records(TenantId tenant) {
        OfTenant known = tenants.get(tenant);
        Map<String, byte[]> records = new HashMap<>();
        if (known != null) {
            known.held.forEach((key, held) -> records.put(
                    new ConfigKey(tenant, ConfigKind.CONNECTION, PersonConnection.id(key.server, key.person))
                            .toString(),
                    held.record()));
        }
        return records;
    }

    /**
     * How someone reaches a server.
     *
     * @param server that asks each person for a connection of their own, as it is published
     * @param person absent where the caller is none
     * @param client that calls: an OAuth client's id, or a virtual key's
     */
    public Way way(ServerConfig server, @Nullable UUID person, String client) {
        if (person == null) {
            return new Way.Shut(Way.Why.NOBODY, 0);
        }
        Held held = held(server, person);
        return held == null ? new Way.Shut(Way.Why.NOT_CONNECTED, 0) : held.way(server, client);
    }

    /** How Tollgate itself looks at a server: by the connection that was named for it; by nobody's if there is none. */
    public ServerConfig look(ServerConfig server) {
        PersonalAccess access = server.personal();
        UUID person = access == null ? null : access.lookAs();
        Held held = person == null ? null : held(server, person);
        return held == null || !held.isConnected() ? server : held.open(server).server();
    }

    /** What requests to a server carry that is reached by a person's connection, or by nobody's. */
    public UpstreamHeaders headers(ServerConfig server) {
        PersonalAccess.By by = server.by();
        Held held = by == null ? null : held(server, by.person());
        return held == null || by == null || !held.is(by) ? BY_NOBODY : held.headers();
    }

    /** Whether what was opened by a person's connection may stay open. */
    public boolean isOpen(ServerConfig server, PersonalAccess.By by) {
        Held held = held(server, by.person());
        return held != null && held.is(by) && held.isConnected();
    }

    private @Nullable Held held(ServerConfig server, UUID person) {
        OfTenant tenant = tenants.get(server.tenant());
        return tenant == null ? null : tenant.held.get(new Key(server.id(), person));
    }

    /** Another number whenever someone of the tenant is connected, disconnected, or allows another client. */
    public long changes(TenantId tenant) {
        OfTenant known = tenants.get(tenant);
        return known == null ? 0 : known.changes.get();
    }

    public int count() {
        return count.get();
    }

    /** To how many records that happened since the gateway started. */
    public long records(Taken taken) {
        return outcomes.get(taken.ordinal());
    }
}
