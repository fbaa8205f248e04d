package dev.tollgate.control.federation;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Links in memory. What the real ones are, KeycloakLinksTest says. */
@Mock
@ApplicationScoped
public class FakeLinks implements Links {
    private final Map<String, Link> links = new ConcurrentHashMap<>();
    private final Map<String, String> joined = new ConcurrentHashMap<>();
    private final Map<String, Mapping> mappings = new ConcurrentHashMap<>();

    @Override
    public Optional<Link> find(String organization, String slug) {
        return Optional.ofNullable(links.get(organization));
    }

    @Override
    public URI redirectUri(String slug) {
        return URI.create("http://127.0.0.1/broker/tenant-" + slug + "/endpoint");
    }

    @Override
    public void put(
            String organization,
            String slug,
            Provider provider,
            String clientId,
            Optional<String> clientSecret,
            List<String> domains) {
        boolean live = find(organization, slug).map(Link::live).orElse(false);
        links.put(
                organization,
                new Link(provider.discoveryUrl(), provider.issuer(), clientId, domains, redirectUri(slug), live));
    }

    @Override
    public void goLive(String slug) {
        links.replaceAll((_, link) -> link.redirectUri().equals(redirectUri(slug))
                ? new Link(
                        link.discoveryUrl(), link.issuer(), link.clientId(), link.domains(), link.redirectUri(), true)
                : link);
    }

    @Override
    public void map(String slug, Mapping mapping) {
        mappings.put(slug, mapping);
    }

    @Override
    public void join(String slug, String identity, String known) {
        joined.put(identity, known);
    }

    /** Who someone is at their provider. */
    public Optional<String> joined(String identity) {
        return Optional.ofNullable(joined.get(identity));
    }

    /** What sign-ins of the tenant follow. */
    Mapping mappingOf(String slug) {
        return mappings.getOrDefault(slug, Mapping.NONE);
    }

    @Override
    public void remove(String organization, String slug) {
        links.remove(organization);
    }
}
