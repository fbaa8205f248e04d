package dev.tollgate.control.grant;

import dev.tollgate.control.identity.Caller;
import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.publish.PublishedState;
import dev.tollgate.control.subject.SubjectService;
import dev.tollgate.control.users.PublishedPeople;
import dev.tollgate.control.web.Cursor;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.ClientGrant;
import dev.tollgate.model.api.LastUse;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.PersonConfig;
import dev.tollgate.model.config.TokenFence;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people let clients do in their names. The identity provider is asked while no transaction is open; what it must end
 * it ends first, so that no token is made behind the fence that gateways are then given.
 */
@ApplicationScoped
class GrantService {
    /** For each of whom the identity provider is asked; a page may have fewer grants than people. */
    static final int PEOPLE_A_PAGE_MAX = 25;

    private final Consents consents;
    private final ClientUses uses;
    private final PublishedState published;
    private final PublishedPeople people;
    private final SubjectService subjects;
    private final Changes changes;
    private final TenantContext tenant;
    private final Caller caller;

    GrantService(
            Consents consents,
            ClientUses uses,
            PublishedState published,
            PublishedPeople people,
            SubjectService subjects,
            Changes changes,
            TenantContext tenant,
            Caller caller) {
        this.consents = consents;
        this.uses = uses;
        this.published = published;
        this.people = people;
        this.subjects = subjects;
        this.changes = changes;
        this.tenant = tenant;
        this.caller = caller;
    }

    /** Everyone's, person by person. */
    Page<ClientGrant> list(PageRequest page) {
        String after = page.after().map(Cursor::id).orElse("");
        List<PersonConfig> waiting = all().stream()
                .filter(person -> person.id().compareTo(after) > 0)
                .toList();
        List<PersonConfig> shown =
                waiting.subList(0, Math.min(waiting.size(), Math.min(page.limit(), PEOPLE_A_PAGE_MAX)));
        List<ClientGrant> grants = new ArrayList<>();
        shown.forEach(person -> grants.addAll(of(person)));
        boolean more = shown.size() < waiting.size();
        return new Page<>(grants, more ? new Cursor("", shown.getLast().id()).encode() : null);
    }

    private List<PersonConfig> all() {
        return QuarkusTransaction.joiningExisting()
                .call(() -> published.ofKinds(ConfigKind.PERSON).stream()
                        .map(PersonConfig.class::cast)
                        .sorted(Comparator.comparing(PersonConfig::id))
                        .toList());
    }

    /** One person's; nobody else's is found. */
    List<ClientGrant> of(String identity) {
        return of(person(identity));
    }

    /** The asker's own; none for someone whom gateways do not know. */
    List<ClientGrant> own() {
        PersonConfig self = find(caller.subject());
        return self == null ? List.of() : of(self);
    }

    void revokeOwn(String client) {
        revoke(caller.subject(), client);
    }

    /** Ends the client's consent and sessions, and refuses its tokens at gateways from now on. */
    void revoke(String identity, @Nullable String client) {
        person(identity);
        if (client == null || client.isEmpty() || client.length() > TokenFence.ID_CHARS_MAX) {
            throw Refused.invalid("client", "is a client id of at most " + TokenFence.ID_CHARS_MAX + " characters");
        }
        if (!consents.end(identity, client)) {
            throw Refused.notFound();
        }
        changes.make(change -> {
            people.endClient(change, identity, client);
            return client;
        });
    }

    private List<ClientGrant> of(PersonConfig person) {
        String user = person.subject().toString();
        String name = QuarkusTransaction.joiningExisting()
                .call(() -> subjects.names(List.of(user)).getOrDefault(user, user));
        Map<String, LastUse> lastUses = uses.of(tenant.id(), user);
        return consents.of(person.id()).stream()
                .map(consent -> new ClientGrant(
                        person.id(),
                        name,
                        consent.client(),
                        consent.clientName(),
                        consent.scopes(),
                        consent.since(),
                        lastUses.get(consent.client())))
                .toList();
    }

    private PersonConfig person(String identity) {
        PersonConfig person = find(identity);
        if (person == null) {
            throw Refused.notFound();
        }
        return person;
    }

    private @Nullable PersonConfig find(String identity) {
        return QuarkusTransaction.joiningExisting()
                .call(() -> people.find(identity).orElse(null));
    }
}
