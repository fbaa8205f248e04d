package dev.tollgate.control.federation;

import dev.tollgate.control.tenant.TenantOrganization;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.IdentityProvider;
import dev.tollgate.model.api.NewIdentityProvider;
import dev.tollgate.model.api.RedirectUri;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules of a tenant's own identity provider. */
@ApplicationScoped
class IdentityProviderService {
    private static final int CLIENT_CHARS_MAX = 255;
    private static final int SECRET_CHARS_MAX = 1_024;
    private static final int DOMAINS_MAX = 20;
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?[.])+[a-z][a-z0-9-]{0,61}[a-z0-9]");

    private final TenantOrganization tenant;
    private final Links links;
    private final Discovery discovery;
    private final ClientCheck client;
    private final MappingService mappings;
    private final MappedPeople people;

    IdentityProviderService(
            TenantOrganization tenant,
            Links links,
            Discovery discovery,
            ClientCheck client,
            MappingService mappings,
            MappedPeople people) {
        this.tenant = tenant;
        this.links = links;
        this.discovery = discovery;
        this.client = client;
        this.mappings = mappings;
        this.people = people;
    }

    IdentityProvider get() {
        return links.find(tenant.id(), tenant.slug())
                .orElseThrow(Refused::notFound)
                .toApi();
    }

    RedirectUri redirectUri() {
        return new RedirectUri(links.redirectUri(tenant.slug()));
    }

    IdentityProvider put(NewIdentityProvider wanted, Precondition precondition) {
        Optional<Link> known = links.find(tenant.id(), tenant.slug());
        known.ifPresent(link -> precondition.check(link.version()));
        FieldErrors errors = new FieldErrors();
        checkFields(errors, wanted, known.isPresent());
        errors.throwIfAny();
        Provider provider = discover(wanted);
        checkClient(provider, wanted);
        links.put(
                tenant.id(),
                tenant.slug(),
                provider,
                wanted.clientId(),
                Optional.ofNullable(wanted.clientSecret()),
                domains(wanted));
        links.map(tenant.slug(), mappings.current());
        people.mappingChanged();
        return get();
    }

    private Provider discover(NewIdentityProvider wanted) {
        try {
            return discovery.read(wanted.discoveryUrl());
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("discoveryUrl", String.valueOf(e.getMessage()), e);
        }
    }

    /** A secret that is not given anew is known to the sign-in service alone, and is not asked about. */
    private void checkClient(Provider provider, NewIdentityProvider wanted) {
        @Nullable String secret = wanted.clientSecret();
        if (secret == null) {
            return;
        }
        try {
            if (client.isRefused(provider, wanted.clientId(), secret, links.redirectUri(tenant.slug()))) {
                throw Refused.invalid("clientSecret", "is refused by the provider for this client id");
            }
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("clientSecret", String.valueOf(e.getMessage()), e);
        }
    }

    IdentityProvider goLive(Precondition precondition) {
        Link link = links.find(tenant.id(), tenant.slug()).orElseThrow(Refused::notFound);
        precondition.check(link.version());
        links.goLive(tenant.slug());
        return get();
    }

    void delete(Precondition precondition) {
        Link link = links.find(tenant.id(), tenant.slug()).orElseThrow(Refused::notFound);
        precondition.check(link.version());
        links.remove(tenant.id(), tenant.slug());
    }

    private static List<String> domains(NewIdentityProvider wanted) {
        return wanted.domains().stream()
                .map(domain -> domain.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static void checkFields(FieldErrors errors, NewIdentityProvider wanted, boolean isKnown) {
        errors.present("discoveryUrl", wanted.discoveryUrl());
        errors.text("clientId", wanted.clientId(), CLIENT_CHARS_MAX);
        @Nullable String secret = wanted.clientSecret();
        if (secret != null) {
            errors.text("clientSecret", secret, SECRET_CHARS_MAX);
        } else if (!isKnown) {
            errors.present("clientSecret", null);
        }
        @Nullable List<String> domains = wanted.domains();
        if (domains == null || domains.isEmpty()) {
            errors.add("domains", "must be given");
            return;
        }
        errors.listSize("domains", domains, DOMAINS_MAX);
        boolean isEachOne = domains.stream()
                .allMatch(domain -> domain != null
                        && DOMAIN.matcher(domain.toLowerCase(Locale.ROOT)).matches());
        if (!isEachOne) {
            errors.add("domains", "are domain names, such as acme.example");
        }
    }
}
