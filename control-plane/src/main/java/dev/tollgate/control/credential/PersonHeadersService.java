package dev.tollgate.control.credential;

import dev.tollgate.control.identity.Caller;
import dev.tollgate.control.identity.Role;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.publish.PublishedState;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.NewPersonHeaders;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.PersonHeaders;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.CredentialHeader;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.CredentialSeal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** People give servers headers of their own, change and take them. */
@ApplicationScoped
class PersonHeadersService {
    private static final Set<String> ADMINS = Set.of(Role.OWNER, Role.ADMIN, Role.TOOL_ADMIN);

    private final CredentialStore credentials;
    private final PersonHeadersStore store;
    private final PersonSecrets secrets;
    private final HeaderNames names;
    private final HeadersOfPeople given;
    private final PersonConnections connections;
    private final PublishedState published;
    private final MasterSeal master;
    private final Changes changes;
    private final Caller caller;

    PersonHeadersService(
            CredentialStore credentials,
            PersonHeadersStore store,
            PersonSecrets secrets,
            HeaderNames names,
            HeadersOfPeople given,
            PersonConnections connections,
            PublishedState published,
            MasterSeal master,
            Changes changes,
            Caller caller) {
        this.credentials = credentials;
        this.store = store;
        this.secrets = secrets;
        this.names = names;
        this.given = given;
        this.connections = connections;
        this.published = published;
        this.master = master;
        this.changes = changes;
        this.caller = caller;
    }

    @Transactional
    PersonHeaders get(UUID server) {
        return view(asking(server), store.find(new PersonHeadersId(server, person())));
    }

    PersonHeaders put(UUID server, NewPersonHeaders wanted, Precondition precondition) {
        String masterKey = master.currentKey();
        return changes.make(change -> {
            CredentialRow asking = asking(server);
            PersonHeadersId id = new PersonHeadersId(server, person());
            Optional<PersonHeadersRow> before = store.find(id);
            precondition.check(before.map(row -> row.secretVersion).orElse(0L));
            PersonHeadersRow row = before.orElseGet(() -> PersonHeadersRow.of(id));
            write(row, asking, wanted, masterKey, change.tenant());
            if (before.isEmpty()) {
                store.add(row);
            }
            tell(row, change);
            return view(asking, Optional.of(row));
        });
    }

    private void tell(PersonHeadersRow row, Change change) {
        connections.publishAnew(row.serverId, row.person, change);
        if (caller.roles().stream().anyMatch(ADMINS::contains)) {
            connections.mayLook(row.serverId, row.person, change);
        }
    }

    void delete(UUID server, Precondition precondition) {
        changes.make(change -> {
            asking(server);
            PersonHeadersRow row =
                    store.find(new PersonHeadersId(server, person())).orElseThrow(Refused::notFound);
            precondition.check(row.secretVersion);
            given.end(row, change);
            return row;
        });
    }

    private CredentialRow asking(UUID server) {
        return credentials
                .find(server)
                .filter(row -> row.kind == ServerCredential.Kind.PERSON_HEADERS)
                .orElseThrow(Refused::notFound);
    }

    /** Who signs in with an account of the tenant's, as gateways know them. */
    private UUID person() {
        if (published.find(ConfigKind.PERSON, caller.subject()).isEmpty()) {
            throw new Refused(new Refusal.WrongState("Only a user of the tenant has connections of their own."));
        }
        try {
            return UUID.fromString(caller.subject());
        } catch (IllegalArgumentException e) {
            throw new Refused(new Refusal.WrongState("Your account has an id that connections cannot be kept by."), e);
        }
    }

    private void write(
            PersonHeadersRow row, CredentialRow asking, NewPersonHeaders wanted, String masterKey, TenantId tenant) {
        Map<String, CredentialHeader> stored = row.secretVersion == 0 ? Map.of() : secrets.given(row, tenant);
        List<ServerCredential.Header> asked = names.read(asking.headers);
        check(wanted, asked, stored.keySet());
        Map<String, ServerCredential.Header> shown = names.read(row.headers).stream()
                .collect(Collectors.toMap(header -> lower(header.name()), Function.identity()));
        Map<String, NewServerCredential.Header> typed = wanted.headers().stream()
                .collect(Collectors.toMap(header -> lower(header.name()), Function.identity()));
        Instant now = Times.now();
        List<CredentialHeader> headers = new ArrayList<>();
        List<ServerCredential.Header> kept = new ArrayList<>();
        for (ServerCredential.Header each : asked) {
            String name = lower(each.name());
            NewServerCredential.@Nullable Header one = typed.get(name);
            @Nullable String value = one == null ? null : one.value();
            @Nullable CredentialHeader before = stored.get(name);
            ServerCredential.@Nullable Header since = value == null ? shown.get(name) : null;
            headers.add(
                    new CredentialHeader(each.name(), value != null ? value : before == null ? "" : before.value()));
            kept.add(new ServerCredential.Header(each.name(), since == null ? now : since.changedAt()));
        }
        row.next(now);
        row.headers = names.text(kept);
        row.sealed = master.seal(CredentialSeal.plain(headers), row.bound(tenant));
        row.sealedBy = masterKey;
    }

    /** All that the server asks for, and nothing else. */
    private static void check(NewPersonHeaders wanted, List<ServerCredential.Header> asked, Set<String> stored) {
        CredentialRules.check(wanted.headers(), stored);
        Set<String> names = asked.stream().map(header -> lower(header.name())).collect(Collectors.toSet());
        FieldErrors errors = new FieldErrors();
        for (int i = 0; i < wanted.headers().size(); i++) {
            if (!names.remove(lower(wanted.headers().get(i).name()))) {
                errors.add("headers[" + i + "].name", "is none that the server asks each person for");
            }
        }
        if (!names.isEmpty()) {
            errors.add(
                    "headers", "must have each header that the server asks for; missing: " + String.join(", ", names));
        }
        errors.throwIfAny();
    }

    private PersonHeaders view(CredentialRow asking, Optional<PersonHeadersRow> row) {
        return new PersonHeaders(
                given.shown(asking, row), row.map(it -> it.secretVersion).orElse(0L));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
