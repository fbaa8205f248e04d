package dev.tollgate.gateway.credential;

import dev.tollgate.model.id.Region;
import dev.tollgate.model.seal.Seal;
import dev.tollgate.model.seal.SealKeyFile;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The region's seal, from the file that its operator keeps, and what is opened with it. */
@Singleton
final class SealBeans {
    private static final Logger LOG = Logger.getLogger(SealBeans.class);

    @Produces
    @Singleton
    Seal seal(
            @ConfigProperty(name = "tollgate.seal.keys-file") Optional<Path> file,
            @ConfigProperty(name = "tollgate.local-development", defaultValue = "false") boolean localDevelopment) {
        if (file.isPresent()) {
            return SealKeyFile.read(file.get());
        }
        if (!localDevelopment) {
            throw new IllegalStateException(
                    "tollgate.seal.keys-file is not set: a gateway needs its region's seal keys."
                            + " Only with tollgate.local-development=true it makes a key of its own.");
        }
        LOG.warn(
                "tollgate.seal.keys-file is not set: sessions and exchanges in rounds go on at this gateway only and end"
                        + " when it does, and no credential of an upstream is opened");
        return Seal.of(List.of());
    }

    @Produces
    @Singleton
    TlsKeys tlsKeys(Seal seal, @ConfigProperty(name = "tollgate.region") String region) {
        return new TlsKeys(seal, new Region(region), InstantSource.system());
    }

    @Produces
    @Singleton
    OpenCredentials credentials(
            Seal seal, MeterRegistry metrics, @ConfigProperty(name = "tollgate.region") String region) {
        OpenCredentials credentials = new OpenCredentials(seal, new Region(region));
        Gauge.builder("tollgate.credentials.closed", credentials, OpenCredentials::closed)
                .description("Upstream credentials that this gateway has no key for; their servers are not called")
                .register(metrics);
        return credentials;
    }
}
