package dev.tollgate.control.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.control.outgoing.OutgoingGate;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.seal.MasterKeyAway;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.ServerCredential;
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
    private final OutgoingGate gate;
    private final ServerService servers;
    private final MasterSeal master;
    private final Changes changes;
    private final ObjectMapper json;

    CredentialService(
            CredentialStore store,
            TokenStore tokens,
            CredentialTokens credentialTokens,
            ClientSecrets clients,
            OutgoingGate gate,
            ServerService servers,
            MasterSeal master,
            Changes changes,
            ObjectMapper json) {
        this.store = store;
        this.tokens = tokens;
        this.credentialTokens = credentialTokens;
        this.clients = clients;
        this.gate = gate;
        this.servers = servers;
        this.master = master;
        this.changes = changes;
        this.json = json;
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
        try {
            return write(server, wanted, precondition, master.currentKey());
        } catch (MasterKeyAway e) {
            throw new Refused(
                    new Refusal.Unavailable("Secrets cannot be sealed at present: their key is away. Try again later."),
                    e);
        }
    }

    private ServerCredential write(
            UUID server, NewServerCredential wanted, Precondition precondition, String masterKey) {
        return view(changes.make(change -> {
            refuseUnlessThere(server);
            Optional<CredentialRow> before = store.find(server);
            precondition.check(before.map(row -> row.secretVersion).orElse(0L));
            CredentialRow row = before.orElseGet(() -> fresh(server));
            write(row, wanted, change.tenant());
            row.sealedBy = masterKey;
            if (before.isEmpty()) {
                store.add(row);
            }
            credentialTokens.begin(row, change);
            servers.publishAgain(server, change);
            // Of other kinds the look waits for the token.
            if (row.kind == ServerCredential.Kind.HEADERS) {
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
            credentialTokens.forget(server, change);
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
        } else {
            write(row, Objects.requireNonNull(wanted.headers()), tenant);
        }
    }

    private void write(CredentialRow row, List<NewServerCredential.Header> wanted, TenantId tenant) {
        Map<String, CredentialHeader> stored = open(row, tenant);
        CredentialRules.check(wanted, stored.keySet());
        Map<String, ServerCredential.Header> shown =
                shown(row).stream().collect(Collectors.toMap(header -> lower(header.name()), Function.identity()));
        Instant now = Times.now();
        List<CredentialHeader> headers = new ArrayList<>();
        List<ServerCredential.Header> names = new ArrayList<>();
        for (NewServerCredential.Header header : wanted) {
            @Nullable String value = header.value();
            @Nullable CredentialHeader kept = value == null ? stored.get(lower(header.name())) : null;
            ServerCredential.@Nullable Header before = kept == null ? null : shown.get(lower(header.name()));
            headers.add(new CredentialHeader(header.name(), kept == null ? String.valueOf(value) : kept.value()));
            names.add(new ServerCredential.Header(header.name(), before == null ? now : before.changedAt()));
        }
        row.becomes(ServerCredential.Kind.HEADERS, now);
        row.headers = text(names);
        row.sealed =
                master.seal(CredentialSeal.plain(headers), row.whose(tenant).bound());
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
            case NONE, HEADERS -> new ServerCredential(row.kind, shown(row), row.secretVersion);
            case CLIENT_CREDENTIALS -> new ServerCredential(clients.client(row), token(row), row.secretVersion);
            case TOKEN_EXCHANGE -> new ServerCredential(clients.exchange(row), token(row), row.secretVersion);
        };
    }

    private @Nullable AccessTokenStatus token(CredentialRow row) {
        return tokens.find(TokenId.ofTenant(row.serverId)).map(TokenRow::toApi).orElse(null);
    }

    private List<ServerCredential.Header> shown(CredentialRow row) {
        try {
            return json.readValue(row.headers, new TypeReference<List<ServerCredential.Header>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the names of a credential's headers were written here", e);
        }
    }

    private String text(List<ServerCredential.Header> names) {
        try {
            return json.writeValueAsString(names);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and times can be written", e);
        }
    }
}
