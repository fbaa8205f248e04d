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
import dev.tollgate.model.config.PersonalAccess;
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
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Seals credentials for the regions that have their tenant; what is published and still right is left as it is. */
@ApplicationScoped
class PublishedCredentials implements ServerCredentials, RegionBound {
    private final CredentialStore store;
    private final TokenStore tokens;
    private final MasterSeal master;
    private final RegionSeals regions;
    private final Relocations relocations;
    private final PublishedState published;
    private final Farewell farewell;
    private final Instance<CredentialTokens> credentialTokens;
    private final Instance<ServerService> servers;

    PublishedCredentials(
            CredentialStore store,
            TokenStore tokens,
            MasterSeal master,
            RegionSeals regions,
            Relocations relocations,
            PublishedState published,
            Farewell farewell,
            Instance<CredentialTokens> credentialTokens,
            Instance<ServerService> servers) {
        this.store = store;
        this.tokens = tokens;
        this.master = master;
        this.regions = regions;
        this.relocations = relocations;
        this.published = published;
        this.farewell = farewell;
        this.credentialTokens = credentialTokens;
        this.servers = servers;
    }

    @Override
    public boolean has(ServerId server) {
        return store.find(server.value()).isPresent();
    }

    @Override
    public @Nullable PersonalAccess personal(ServerId server) {
        return store.find(server.value())
                .filter(CredentialRow::asksEachPerson)
                .map(row -> new PersonalAccess(row.lookAs))
                .orElse(null);
    }

    @Override
    public void forget(ServerId server, Change change) {
        farewell.noteAll(server.value());
        credentialTokens.get().forget(server.value(), change);
    }

    @Override
    public @Nullable SealedCredential sealed(TenantId tenant, ServerId server) {
        Optional<CredentialRow> row = store.find(server.value());
        if (row.isEmpty()) {
            return null;
        }
        List<Region> homes = relocations.regions(tenant);
        if (row.get().asksEachPerson()) {
            row.get().sealedFor = regions.keys(homes);
            return null;
        }
        SealedCredential before = before(server);
        Secret secret = secret(row.get(), tenant);
        SealedCredential now =
                before != null && isRight(before, secret, homes) ? before : seal(tenant, server, secret, homes);
        row.get().sealedFor = regions.keys(homes);
        return now;
    }

    /**
     * What a call needs of a credential.
     *
     * @param sealed by the master key; null while there is no access token
     */
    private record Secret(long version, @Nullable Long renewal, byte @Nullable [] sealed, String bound) {}

    private Secret secret(CredentialRow row, TenantId tenant) {
        return switch (row.kind) {
            case NONE, HEADERS, PERSON_HEADERS ->
                new Secret(
                        row.secretVersion, null, row.sealed, row.whose(tenant).bound());
            // People's own are not the server's to say.
            case CLIENT_CREDENTIALS, TOKEN_EXCHANGE, OAUTH, PERSON_OAUTH, PERSON_TOKEN_EXCHANGE, PERSON_ID_JAG ->
                tokens.find(TokenId.ofTenant(row.serverId))
                        .map(token -> new Secret(row.secretVersion, token.renewal, token.sealed, token.bound(tenant)))
                        .orElseGet(() -> new Secret(row.secretVersion, 0L, null, ""));
        };
    }

    private @Nullable SealedCredential before(ServerId server) {
        return published
                .find(ConfigKind.SERVER, server.toString())
                .map(resource -> ((ServerConfig) resource).credential())
                .orElse(null);
    }

    private boolean isRight(SealedCredential before, Secret secret, List<Region> homes) {
        boolean sameToken = before.version() == secret.version
                && Objects.equals(before.renewal(), secret.renewal)
                && before.lacksToken() == (secret.sealed == null);
        if (!sameToken || secret.sealed == null) {
            return sameToken;
        }
        return before.sealed().keySet().equals(homes.stream().map(Region::value).collect(Collectors.toSet()))
                && homes.stream()
                        .allMatch(home ->
                                regions.of(home).isCurrent(before.sealed().getOrDefault(home.value(), "")));
    }

    private SealedCredential seal(TenantId tenant, ServerId server, Secret secret, List<Region> homes) {
        Map<String, String> sealed = new TreeMap<>();
        if (secret.sealed == null) {
            return new SealedCredential(secret.version, secret.renewal, sealed);
        }
        CredentialSeal whose = new CredentialSeal(tenant, server, secret.version);
        byte[] plain = master.open(secret.sealed, secret.bound);
        for (Region home : homes) {
            sealed.put(home.value(), whose.seal(plain, home, regions.of(home)));
        }
        return new SealedCredential(secret.version, secret.renewal, sealed);
    }

    @Override
    public void regionsChanged(Change change) {
        store.all().forEach(row -> servers.get().publishAgain(row.serverId, change));
    }
}
