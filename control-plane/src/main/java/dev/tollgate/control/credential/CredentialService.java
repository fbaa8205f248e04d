package dev.tollgate.control.credential;

import dev.tollgate.control.outgoing.OutgoingGate;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.publish.PublishedState;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.CredentialHeader;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import dev.tollgate.model.wire.CredentialSeal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gives servers credentials, changes and takes them. */
@ApplicationScoped
class CredentialService {
    private static final ServerCredential NONE = new ServerCredential(ServerCredential.Kind.NONE, List.of(), 0);

    private final CredentialStore store;
    private final TokenStore tokens;
    private final CredentialTokens credentialTokens;
    private final ClientSecrets clients;
    private final OauthSecrets oauth;
    private final GrantClients grants;
    private final Farewell farewell;
    private final OutgoingGate gate;
    private final ServerService servers;
    private final PersonConnections connections;
    private final PublishedState published;
    private final MasterSeal master;
    private final Changes changes;
    private final HeaderNames names;

    CredentialService(
            CredentialStore store,
            TokenStore tokens,
            CredentialTokens credentialTokens,
            ClientSecrets clients,
            OauthSecrets oauth,
            GrantClients grants,
            Farewell farewell,
            OutgoingGate gate,
            ServerService servers,
            PersonConnections connections,
            PublishedState published,
            MasterSeal master,
            Changes changes,
            HeaderNames names) {
        this.store = store;
        this.tokens = tokens;
        this.credentialTokens = credentialTokens;
        this.clients = clients;
        this.oauth = oauth;
        this.grants = grants;
        this.farewell = farewell;
        this.gate = gate;
        this.servers = servers;
        this.connections = connections;
        this.published = published;
        this.master = master;
        this.changes = changes;
        this.names = names;
    }

    @Transactional
    ServerCredential get(UUID server) {
        refuseUnlessThere(server);
        return store.find(server).map(this::view).orElse(NONE);
    }

    /** The address is resolved and the master key asked for its name before anything is locked. */
    ServerCredential put(UUID server, NewServerCredential wanted, Precondition precondition) {
        servers.checkTakesCredential(server);
        CredentialRules.check(wanted, gate);
        return write(server, wanted, precondition, master.currentKey());
    }

    private ServerCredential write(
            UUID server, NewServerCredential wanted, Precondition precondition, String masterKey) {
        return view(changes.make(change -> {
            refuseUnlessThere(server);
            Optional<CredentialRow> before = store.find(server);
            precondition.check(before.map(row -> row.secretVersion).orElse(0L));
            CredentialRow row = before.orElseGet(() -> fresh(server));
            farewell.noteAll(server);
            write(row, wanted, change.tenant());
            row.sealedBy = masterKey;
            if (before.isEmpty()) {
                store.add(row);
            }
            credentialTokens.begin(row, change);
            connections.credentialChanged(row, change);
            servers.publishAgain(server, change);
            // Of other kinds the look waits for the token.
            if (row.kind == ServerCredential.Kind.HEADERS || row.asksEachPerson()) {
                servers.lookAt(server, change);
            }
            return row;
        }));
    }

    /** Has the provider asked as soon as somebody is free to, whatever it said before. */
    void renew(UUID server) {
        changes.make(change -> {
            refuseUnlessThere(server);
            TokenRow token = tokens.lock(TokenId.ofTenant(server))
                    .orElseThrow(() -> new Refused(
                            new Refusal.WrongState("The server's credential has no access token to renew.")));
            token.askNow(Times.now());
            return token;
        });
    }

    void delete(UUID server, Precondition precondition) {
        changes.make(change -> {
            refuseUnlessThere(server);
            CredentialRow row = store.find(server).orElseThrow(Refused::notFound);
            precondition.check(row.secretVersion);
            farewell.noteAll(server);
            credentialTokens.forget(server, change);
            connections.endAll(new ServerId(server), change);
            store.remove(row);
            servers.publishAgain(server, change);
            servers.lookAt(server, change);
            return row;
        });
    }

    /** Seals anew with the keys that seal now; the secret and its version stay. */
    void sealAgain(UUID server, String masterKey) {
        changes.make(change -> {
            store.find(server).ifPresent(row -> {
                if (!row.sealedBy.equals(masterKey)) {
                    String bound = row.whose(change.tenant()).bound();
                    row.sealed = master.seal(master.open(row.sealed, bound), bound);
                    grants.sealAgain(row, change.tenant());
                    row.sealedBy = masterKey;
                }
                servers.publishAgain(server, change);
            });
            return server;
        });
    }

    private void refuseUnlessThere(UUID server) {
        if (servers.find(server).isEmpty()) {
            throw Refused.notFound();
        }
    }

    private static CredentialRow fresh(UUID server) {
        CredentialRow row = new CredentialRow();
        row.serverId = server;
        return row;
    }

    private void write(CredentialRow row, NewServerCredential wanted, TenantId tenant) {
        if (wanted.clientCredentials() != null) {
            clients.write(row, wanted.clientCredentials(), tenant, Times.now());
        } else if (wanted.tokenExchange() != null) {
            clients.write(row, wanted.tokenExchange(), tenant, Times.now());
        } else if (wanted.oauth() != null) {
            oauth.write(row, wanted.oauth(), tenant, Times.now());
            row.lookAs = named(wanted.lookAs());
        } else if (wanted.personHeaders() != null) {
            ofPeople(row, wanted.personHeaders(), wanted.lookAs(), tenant);
        } else {
            write(row, Objects.requireNonNull(wanted.headers()), tenant);
        }
    }

    private void write(CredentialRow row, List<NewServerCredential.Header> wanted, TenantId tenant) {
        Map<String, CredentialHeader> stored = open(row, tenant);
        CredentialRules.check(wanted, stored.keySet());
        Map<String, ServerCredential.Header> shown = names.read(row.headers).stream()
                .collect(Collectors.toMap(header -> lower(header.name()), Function.identity()));
        Instant now = Times.now();
        List<CredentialHeader> headers = new ArrayList<>();
        List<ServerCredential.Header> written = new ArrayList<>();
        for (NewServerCredential.Header header : wanted) {
            @Nullable String value = header.value();
            @Nullable CredentialHeader kept = value == null ? stored.get(lower(header.name())) : null;
            ServerCredential.@Nullable Header before = kept == null ? null : shown.get(lower(header.name()));
            headers.add(new CredentialHeader(header.name(), kept == null ? String.valueOf(value) : kept.value()));
            written.add(new ServerCredential.Header(header.name(), before == null ? now : before.changedAt()));
        }
        row.becomes(ServerCredential.Kind.HEADERS, now);
        row.headers = names.text(written);
        row.sealed =
                master.seal(CredentialSeal.plain(headers), row.whose(tenant).bound());
    }

    private @Nullable UUID named(@Nullable UUID lookAs) {
        if (lookAs != null
                && published.find(ConfigKind.PERSON, lookAs.toString()).isEmpty()) {
            throw Refused.invalid("lookAs", "is no user of this tenant");
        }
        return lookAs;
    }

    /** The row says which headers; what is sealed in it is nothing. */
    private void ofPeople(CredentialRow row, List<String> wanted, @Nullable UUID lookAs, TenantId tenant) {
        @Nullable UUID named = named(lookAs);
        Instant now = Times.now();
        @Nullable UUID before = row.kind == ServerCredential.Kind.PERSON_HEADERS ? row.lookAs : null;
        row.becomes(ServerCredential.Kind.PERSON_HEADERS, now);
        row.lookAs = named == null ? before : named;
        row.headers = names.text(wanted.stream()
                .map(name -> new ServerCredential.Header(name, now))
                .toList());
        row.sealed =
                master.seal(CredentialSeal.plain(List.of()), row.whose(tenant).bound());
    }

    private Map<String, CredentialHeader> open(CredentialRow row, TenantId tenant) {
        if (row.secretVersion == 0 || row.kind != ServerCredential.Kind.HEADERS) {
            return Map.of();
        }
        return CredentialSeal.headers(master.open(row.sealed, row.whose(tenant).bound())).stream()
                .collect(Collectors.toMap(header -> lower(header.name()), Function.identity()));
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private ServerCredential view(CredentialRow row) {
        return switch (row.kind) {
            case NONE, HEADERS -> new ServerCredential(row.kind, names.read(row.headers), row.secretVersion);
            case PERSON_HEADERS -> new ServerCredential(names.read(row.headers), row.lookAs, row.secretVersion);
            case CLIENT_CREDENTIALS -> new ServerCredential(clients.client(row), token(row), row.secretVersion);
            case TOKEN_EXCHANGE -> new ServerCredential(clients.exchange(row), token(row), row.secretVersion);
            case OAUTH, PERSON_OAUTH, PERSON_TOKEN_EXCHANGE, PERSON_ID_JAG ->
                new ServerCredential(oauth.shown(row), token(row), row.lookAs, row.secretVersion);
        };
    }

    private @Nullable AccessTokenStatus token(CredentialRow row) {
        return tokens.find(TokenId.ofTenant(row.serverId)).map(TokenRow::toApi).orElse(null);
    }
}
