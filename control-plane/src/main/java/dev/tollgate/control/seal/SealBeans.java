package dev.tollgate.control.seal;

import dev.tollgate.model.seal.Seal;
import dev.tollgate.model.seal.SealKey;
import dev.tollgate.model.seal.SealKeyFile;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The seals as they are configured. What is missing or weak is told at the start, and then there is none. */
@Singleton
final class SealBeans {
    private static final String ONE_OF = "the master key is configured in exactly one way: tollgate.master.keys-file,"
            + " tollgate.master.keys or tollgate.master.vault.url";

    @Produces
    @Singleton
    @Startup
    MasterSeal masterSeal(
            @ConfigProperty(name = "tollgate.master.keys-file") Optional<Path> file,
            @ConfigProperty(name = "tollgate.master.keys") Optional<List<String>> keys,
            @ConfigProperty(name = "tollgate.master.vault.url") Optional<URI> vault,
            @ConfigProperty(name = "tollgate.master.vault.mount", defaultValue = "transit") String mount,
            @ConfigProperty(name = "tollgate.master.vault.key", defaultValue = "tollgate") String vaultKey,
            @ConfigProperty(name = "tollgate.master.vault.token-file") Optional<Path> tokenFile) {
        List<KeyEncryption> ways = Stream.of(
                        file.map(SealKeyFile::keys).<KeyEncryption>map(LocalKeys::new),
                        keys.map(SealKey::strong).<KeyEncryption>map(LocalKeys::new),
                        vault.<KeyEncryption>map(url -> new VaultTransit(
                                url,
                                mount,
                                vaultKey,
                                tokenFile.orElseThrow(() ->
                                        new IllegalStateException("tollgate.master.vault.token-file is not set")))))
                .flatMap(Optional::stream)
                .toList();
        if (ways.size() != 1) {
            throw new IllegalStateException(ONE_OF);
        }
        return new MasterSeal(ways.getFirst());
    }

    /**
     * @param files each {@code region=path}
     */
    @Produces
    @Singleton
    @Startup
    RegionSeals regionSeals(
            @ConfigProperty(name = "tollgate.regions") List<String> regions,
            @ConfigProperty(name = "tollgate.seal.region-keys-files") Optional<List<String>> files) {
        Map<String, Seal> seals = new HashMap<>();
        for (String entry : files.orElse(List.of())) {
            int equals = entry.indexOf('=');
            if (equals < 1) {
                throw new IllegalStateException("tollgate.seal.region-keys-files is a list of region=path");
            }
            seals.put(
                    entry.substring(0, equals).strip(),
                    SealKeyFile.read(Path.of(entry.substring(equals + 1).strip())));
        }
        for (String region : regions) {
            if (!seals.containsKey(region)) {
                throw new IllegalStateException("tollgate.seal.region-keys-files names no file for region " + region);
            }
        }
        return new RegionSeals(seals);
    }
}
