package dev.tollgate.control.credential;

import dev.tollgate.control.publish.Change;
import dev.tollgate.model.api.PersonHeaders;
import dev.tollgate.model.api.ServerCredential;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who has given a server headers of their own, for whoever shows connections and ends them; never a value. */
@ApplicationScoped
public class HeadersOfPeople {
    private final CredentialStore credentials;
    private final PersonHeadersStore store;
    private final PersonSecrets secrets;
    private final PersonConnections connections;
    private final HeaderNames names;

    HeadersOfPeople(
            CredentialStore credentials,
            PersonHeadersStore store,
            PersonSecrets secrets,
            PersonConnections connections,
            HeaderNames names) {
        this.credentials = credentials;
        this.store = store;
        this.secrets = secrets;
        this.connections = connections;
        this.names = names;
    }

    /** What a server asks each person for, and since when this one has given each; empty if it asks for no headers. */
    public List<PersonHeaders.Header> of(UUID server, UUID person) {
        return credentials
                .find(server)
                .filter(row -> row.kind == ServerCredential.Kind.PERSON_HEADERS)
                .map(row -> shown(row, store.find(new PersonHeadersId(server, person))))
                .orElse(List.of());
    }

    /** Who has given a server some, by id, one more than asked for if there is one. */
    public List<UUID> people(UUID server, @Nullable UUID after, int max) {
        return store.people(server, after, max);
    }

    /**
     * Forgets somebody's, with the clients that could use them, and tells gateways.
     *
     * @return whether there were any
     */
    public boolean end(UUID server, UUID person, Change change) {
        Optional<PersonHeadersRow> row = store.find(new PersonHeadersId(server, person));
        row.ifPresent(found -> end(found, change));
        return row.isPresent();
    }

    void end(PersonHeadersRow row, Change change) {
        secrets.forget(row);
        connections.publish(row.serverId, row.person, change);
    }

    List<PersonHeaders.Header> shown(CredentialRow asking, Optional<PersonHeadersRow> row) {
        Map<String, Instant> given = row.map(it -> names.read(it.headers)).orElse(List.of()).stream()
                .collect(Collectors.toMap(header -> lower(header.name()), ServerCredential.Header::changedAt));
        return names.read(asking.headers).stream()
                .map(header -> new PersonHeaders.Header(header.name(), given.get(lower(header.name()))))
                .toList();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
