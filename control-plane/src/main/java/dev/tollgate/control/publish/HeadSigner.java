package dev.tollgate.control.publish;

import dev.tollgate.model.config.ConfigHead;
import dev.tollgate.model.id.Region;
import dev.tollgate.model.wire.HeadSignature;
import dev.tollgate.model.wire.SigningKeys;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Puts this installation's signature under heads, so that gateways take nobody else's word; nothing where it has no key. */
@ApplicationScoped
class HeadSigner {
    private static final Logger LOG = Logger.getLogger(HeadSigner.class);

    private final Optional<PrivateKey> key;
    private final String keyId;

    HeadSigner(
            @ConfigProperty(name = "tollgate.signing.private-key-file") Optional<Path> file,
            @ConfigProperty(name = "tollgate.signing.key-id") Optional<String> keyId) {
        this.key = file.map(HeadSigner::read);
        this.keyId = keyId.orElse("");
        if (key.isPresent() && this.keyId.isBlank()) {
            throw new IllegalStateException("tollgate.signing.key-id is needed: gateways know the key by it");
        }
    }

    private static PrivateKey read(Path file) {
        try {
            return SigningKeys.privateKey(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the signing key " + file + " cannot be read", e);
        }
    }

    /** Reads the key before the first change is made with it. */
    void start(@Observes StartupEvent event) {
        if (key.isPresent()) {
            LOG.infof("configuration is signed with key %s", keyId);
        } else {
            LOG.warn("tollgate.signing.private-key-file is not set: configuration is published unsigned");
        }
    }

    ConfigHead sign(ConfigHead head, Region region) {
        return key.map(with -> HeadSignature.sign(head, region, keyId, with)).orElse(head);
    }

    /** Whether a head that was found on a region's topic is signed as this installation signs it now. */
    boolean isSigned(ConfigHead head, Region region) {
        // The same key signs the same bytes alike (RFC 8032), so nothing needs to know the public one.
        return key.isEmpty() || sign(head, region).equals(head);
    }
}
