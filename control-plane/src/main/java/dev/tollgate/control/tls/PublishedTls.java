package dev.tollgate.control.tls;

import dev.tollgate.control.outgoing.OutgoingTls;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.PublishedState;
import dev.tollgate.control.publish.RegionBound;
import dev.tollgate.control.publish.Relocations;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.control.seal.RegionSeals;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.control.server.ServerTlsParts;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.SealedTls;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Seals clients' keys for the regions that have their tenant; what is published and still right is left as it is. */
@ApplicationScoped
class PublishedTls implements ServerTlsParts, RegionBound {
    private final TlsStore store;
    private final MasterSeal master;
    private final RegionSeals regions;
    private final Relocations relocations;
    private final PublishedState published;
    private final Instance<ServerService> servers;

    PublishedTls(
            TlsStore store,
            MasterSeal master,
            RegionSeals regions,
            Relocations relocations,
            PublishedState published,
            Instance<ServerService> servers) {
        this.store = store;
        this.master = master;
        this.regions = regions;
        this.relocations = relocations;
        this.published = published;
        this.servers = servers;
    }

    @Override
    public boolean has(ServerId server) {
        return store.find(server.value()).isPresent();
    }

    @Override
    public <T> T during(ServerId server, Supplier<T> dialling) {
        return QuarkusTransaction.requiringNew()
                .call(() -> store.find(server.value()).flatMap(this::outgoing))
                .map(tls -> tls.during(dialling))
                .orElseGet(dialling);
    }

    private Optional<OutgoingTls> outgoing(TlsRow row) {
        byte[] key = row.sealed == null
                ? new byte[0]
                : master.open(row.sealed, row.whose(row.tenant()).bound());
        return servers.get()
                .credentialUrl(row.serverId)
                .map(url -> new OutgoingTls(url, row.certificate, key, row.authorities));
    }

    @Override
    public @Nullable SealedTls sealed(TenantId tenant, ServerId server) {
        return store.find(server.value()).map(row -> sealed(tenant, row)).orElse(null);
    }

    private SealedTls sealed(TenantId tenant, TlsRow row) {
        List<Region> homes = relocations.regions(tenant);
        SealedTls before = before(new ServerId(row.serverId));
        SealedTls now = before != null && isRight(before, row, homes) ? before : seal(tenant, row, homes);
        row.sealedFor = regions.keys(homes);
        return now;
    }

    private @Nullable SealedTls before(ServerId server) {
        return published
                .find(ConfigKind.SERVER, server.toString())
                .map(resource -> ((ServerConfig) resource).tls())
                .orElse(null);
    }

    private boolean isRight(SealedTls before, TlsRow row, List<Region> homes) {
        if (before.version() != row.tlsVersion || row.sealed == null) {
            return before.version() == row.tlsVersion;
        }
        return before.sealedKey()
                        .keySet()
                        .equals(homes.stream().map(Region::value).collect(Collectors.toSet()))
                && homes.stream()
                        .allMatch(home ->
                                regions.of(home).isCurrent(before.sealedKey().getOrDefault(home.value(), "")));
    }

    private SealedTls seal(TenantId tenant, TlsRow row, List<Region> homes) {
        Map<String, String> sealed = new TreeMap<>();
        if (row.sealed != null) {
            byte[] key = master.open(row.sealed, row.whose(tenant).bound());
            homes.forEach(home -> sealed.put(home.value(), row.whose(tenant).seal(key, home, regions.of(home))));
        }
        return new SealedTls(row.tlsVersion, row.certificate, sealed, row.authorities);
    }

    @Override
    public void regionsChanged(Change change) {
        store.all().forEach(row -> servers.get().publishAgain(row.serverId, change));
    }
}
