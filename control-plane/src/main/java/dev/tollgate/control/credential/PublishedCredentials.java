package dev.tollgate.control.credential;

import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.PublishedState;
import dev.tollgate.control.publish.RegionBound;
import dev.tollgate.control.publish.Relocations;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.control.seal.RegionSeals;
import dev.tollgate.control.server.ServerCredentials;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.SealedCredential;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.CredentialSeal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Seals credentials for the regions that have their tenant; what is published and still right is left as it is. */
@ApplicationScoped
class PublishedCredentials implements ServerCredentials, RegionBound {
    private final CredentialStore store;
    private final MasterSeal master;
    private final RegionSeals regions;
    private final Relocations relocations;
    private final PublishedState published;
    private final Instance<ServerService> servers;

    PublishedCredentials(
            CredentialStore store,
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
    public @Nullable SealedCredential sealed(TenantId tenant, ServerId server) {
        Optional<CredentialRow> row = store.find(server.value());
        if (row.isEmpty()) {
            return null;
        }
        List<Region> homes = relocations.regions(tenant);
        SealedCredential before = before(server);
        SealedCredential now =
                before != null && isRight(before, row.get(), homes) ? before : seal(tenant, row.get(), homes);
        row.get().sealedFor = keys(homes);
        return now;
    }

    private @Nullable SealedCredential before(ServerId server) {
        return published
                .find(ConfigKind.SERVER, server.toString())
                .map(resource -> ((ServerConfig) resource).credential())
                .orElse(null);
    }

    private boolean isRight(SealedCredential before, CredentialRow row, List<Region> homes) {
        return before.version() == row.secretVersion
                && before.sealed()
                        .keySet()
                        .equals(homes.stream().map(Region::value).collect(Collectors.toSet()))
                && homes.stream()
                        .allMatch(home ->
                                regions.of(home).isCurrent(before.sealed().getOrDefault(home.value(), "")));
    }

    private SealedCredential seal(TenantId tenant, CredentialRow row, List<Region> homes) {
        CredentialSeal whose = row.whose(tenant);
        byte[] plain = master.open(row.sealed, whose.bound());
        Map<String, String> sealed = new TreeMap<>();
        for (Region home : homes) {
            sealed.put(home.value(), whose.seal(plain, home, regions.of(home)));
        }
        return new SealedCredential(row.secretVersion, sealed);
    }

    private String keys(List<Region> homes) {
        return homes.stream()
                .map(home -> home + "=" + regions.of(home).currentKey())
                .sorted()
                .collect(Collectors.joining(","));
    }

    /** Whether the keys of {@code sealed_for} are those that seal now. */
    boolean areCurrent(String sealedFor) {
        return Stream.of(sealedFor.split(",")).allMatch(entry -> {
            String[] regionAndKey = entry.split("=", 2);
            return regionAndKey.length == 2 && regions.isCurrent(regionAndKey[0], regionAndKey[1]);
        });
    }

    @Override
    public void regionsChanged(Change change) {
        store.all().forEach(row -> servers.get().publishAgain(row.serverId, change));
    }
}
