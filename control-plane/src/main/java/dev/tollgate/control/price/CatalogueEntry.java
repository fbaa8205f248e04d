package dev.tollgate.control.price;

import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.CataloguePrice;
import dev.tollgate.model.price.PriceTerms;
import dev.tollgate.model.price.PriceVersion;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A price of the catalogue with its versions.
 *
 * @param address as {@link #address(URI)} writes it
 * @param versions by their numbers, also those that no longer hold
 */
record CatalogueEntry(
        UUID id,
        String address,
        @Nullable String toolName,
        Instant createdAt,
        long version,
        List<PriceVersion> versions) {
    CatalogueEntry {
        versions = List.copyOf(versions);
    }

    /** As addresses are compared: scheme, host, the port unless it is the scheme's own, and the path without a slash at its end. */
    static String address(URI url) {
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        String port = url.getPort() < 0 || url.getPort() == usual ? "" : ":" + url.getPort();
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        return scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port + path;
    }

    /** Whether it holds for a server there: at its address, or below it. */
    boolean isFor(String server) {
        return server.equals(address) || server.startsWith(address + "/");
    }

    /** The versions that hold or are to come. */
    List<PriceVersion> standing(Instant now) {
        List<PriceVersion> standing = new ArrayList<>();
        for (PriceVersion each : versions) {
            if (!each.effectiveFrom().isAfter(now)) {
                standing.clear();
            }
            standing.add(each);
        }
        return standing;
    }

    /**
     * When another version begins.
     *
     * @param wanted from when on; absent for at once
     * @throws Refused if it begins no later than the one before, or is one too many
     */
    Instant begins(@Nullable Instant wanted, Instant now) {
        return PriceVersions.begins(standing(now), versions.size(), wanted, now);
    }

    /** Whether nobody has heard of it before: an entry that is there has its first version for good. */
    boolean isNew() {
        return versions.size() == 1;
    }

    /** With one version more, which is the last. */
    CatalogueEntry with(PriceTerms terms, Instant from) {
        List<PriceVersion> more = new ArrayList<>(versions);
        more.add(new PriceVersion(versions.getLast().version() + 1, from, terms));
        return new CatalogueEntry(id, address, toolName, createdAt, version, more);
    }

    CataloguePrice toApi(Instant now) {
        List<PriceVersion> standing = standing(now);
        return new CataloguePrice(
                id,
                address,
                toolName,
                standing.stream()
                        .filter(each -> !each.effectiveFrom().isAfter(now))
                        .findFirst()
                        .orElse(null),
                standing.stream()
                        .filter(each -> each.effectiveFrom().isAfter(now))
                        .toList(),
                createdAt,
                version);
    }
}
