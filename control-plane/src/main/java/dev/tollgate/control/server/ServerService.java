package dev.tollgate.control.server;

import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.HealthByGateway;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ServerHealth;
import dev.tollgate.model.api.ToolApproval;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.StubBinding;
import dev.tollgate.model.id.ServerId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Creates, changes and deletes servers, and asks gateways to look at them. */
@ApplicationScoped
public class ServerService {
    private static final List<String> BASELINE_ALL = List.of("*");

    private final ServerRules rules;
    private final ServerStore store;
    private final ServerViews views;
    private final ServerTools tools;
    private final ServerCredentials credentials;
    private final ServerTlsParts tls;
    private final ServerPrices prices;
    private final Changes changes;

    ServerService(
            ServerRules rules,
            ServerStore store,
            ServerViews views,
            ServerTools tools,
            ServerCredentials credentials,
            ServerTlsParts tls,
            ServerPrices prices,
            Changes changes) {
        this.credentials = credentials;
        this.tls = tls;
        this.prices = prices;
        this.rules = rules;
        this.store = store;
        this.views = views;
        this.tools = tools;
        this.changes = changes;
    }

    @Transactional
    Page<Server> list(
            PageRequest page,
            @Nullable UUID environment,
            @Nullable String search,
            ServerHealth.@Nullable State health) {
        return views.viewAll(store.list(page, environment, search, health == null ? null : views.inState(health)));
    }

    @Transactional
    HealthByGateway health(UUID id) {
        return views.health(existing(id), Instant.now());
    }

    @Transactional
    public Server get(UUID id) {
        return views.view(existing(id));
    }

    /** The server that people know by this name in an environment. */
    public Optional<ServerRow> find(String environment, String name) {
        return store.find(environment, name);
    }

    /** All of the tenant's. */
    public List<ServerRow> all() {
        return store.all();
    }

    /** The server that another resource belongs to. */
    public Optional<ServerRow> find(UUID id) {
        return store.find(id);
    }

    @Transactional
    Server create(NewServer wanted) {
        rules.check(wanted);
        return views.view(changes.make(change -> {
            ServerRow row = new ServerRow();
            write(wanted, row);
            store.add(row);
            publish(row, change);
            prices.placed(row, change);
            lookIfEnabled(row, change::lookAt);
            return row;
        }));
    }

    @Transactional
    Server update(UUID id, NewServer wanted, Precondition precondition) {
        precondition.check(existing(id).version());
        rules.check(wanted);
        return views.view(changes.make(change -> {
            ServerRow row = existing(id);
            precondition.check(row.version());
            if (credentials.has(row.id())) {
                rules.checkCredentialStays(row.transport(), wanted.transport());
            }
            if (tls.has(row.id())) {
                rules.checkTlsStays(row.transport(), wanted.transport());
            }
            if (!row.transport().equals(wanted.transport())) {
                store.health(id).ifPresent(store::remove);
            }
            write(wanted, row);
            publish(row, change);
            prices.placed(row, change);
            lookIfEnabled(row, change::lookAt);
            return row;
        }));
    }

    void delete(UUID id, Precondition precondition) {
        changes.make(change -> {
            ServerRow row = existing(id);
            precondition.check(row.version());
            tools.forget(row.id(), change);
            credentials.forget(row.id(), change);
            prices.forget(row.id(), change);
            change.remove(ConfigKind.SERVER, id);
            change.removeConnections(row.id());
            store.remove(row);
            return row;
        });
    }

    void sync(UUID id, Optional<Precondition> precondition) {
        changes.make(change -> {
            ServerRow row = existing(id);
            precondition.ifPresent(p -> p.check(row.version()));
            if (!row.enabled) {
                throw new Refused(new Refusal.WrongState("The server is disabled; enable it first."));
            }
            change.lookAt(row.id());
            return row;
        });
    }

    private void publish(ServerRow row, Change change) {
        change.put(row.toConfig(change.tenant())
                .with(credentials.sealed(change.tenant(), row.id()))
                .with(credentials.personal(row.id()))
                .withTls(tls.sealed(change.tenant(), row.id())));
    }

    /** Publishes a server whose credential or TLS is another now, or sealed otherwise. */
    public void publishAgain(UUID id, Change change) {
        store.find(id).ifPresent(row -> publish(row, change));
    }

    /** Asks a gateway to look at the server once it knows the change. */
    public void lookAt(UUID id, Change change) {
        store.find(id).ifPresent(row -> lookIfEnabled(row, change::lookAt));
    }

    /** Where its credential is sent; empty if it takes none, or is not there. */
    public Optional<URI> credentialUrl(UUID id) {
        return store.find(id).flatMap(row -> CredentialOrigin.of(row.transport()));
    }

    /** Refused if the server cannot be sent a credential, or none should be. Resolves names. */
    @Transactional
    public void checkTakesCredential(UUID id) {
        rules.checkTakesCredential(existing(id).transport());
    }

    @Transactional
    boolean isMissing(UUID id) {
        return store.find(id).isEmpty();
    }

    /** Refused if the server is not reached by https. Resolves names. */
    @Transactional
    public void checkTakesTls(UUID id) {
        rules.checkTakesTls(existing(id).transport());
    }

    /** Notes what a gateway found. Whether it is newer than what is known is the caller's to see to. */
    public void record(ServerId server, Look look) {
        HealthRow row = store.health(server.value()).orElseGet(() -> {
            HealthRow fresh = new HealthRow();
            fresh.serverId = server.value();
            return fresh;
        });
        row.checkedAt = look.at();
        row.upstreamName = look.upstreamName();
        row.upstreamVersion = look.upstreamVersion();
        row.protocolVersion = look.protocolVersion();
        row.stage = look.stage();
        row.message = look.message();
        store.add(row);
    }

    /** Whether the server was looked at later than at this time. */
    public boolean isNewerThan(ServerId server, Instant at) {
        return store.health(server.value())
                .map(row -> row.checkedAt.isAfter(at))
                .orElse(false);
    }

    private ServerRow existing(UUID id) {
        return store.find(id).orElseThrow(Refused::notFound);
    }

    private static void lookIfEnabled(ServerRow row, Consumer<ServerId> look) {
        if (row.enabled) {
            look.accept(row.id());
        }
    }

    private static void write(NewServer wanted, ServerRow row) {
        row.name = wanted.name();
        row.environmentId = wanted.environmentId();
        row.description = wanted.description();
        row.transport(wanted.transport());
        row.baseline = wanted.baseline() == null ? BASELINE_ALL : List.copyOf(wanted.baseline());
        row.prefixMode = wanted.prefixMode() == null ? PrefixMode.ALWAYS : wanted.prefixMode();
        row.toolApproval = wanted.toolApproval() == null ? ToolApproval.MANUAL : wanted.toolApproval();
        row.enabled = wanted.enabled() == null || wanted.enabled();
        row.timeoutMillis =
                wanted.timeoutMillis() == null ? ServerRules.TIMEOUT_MILLIS_DEFAULT : wanted.timeoutMillis();
        row.forwardedHeaders = wanted.forwardedHeaders() == null
                ? List.of()
                : wanted.forwardedHeaders().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
        row.toolMode = wanted.toolMode();
        row.stubBinding = wanted.stubBinding() == null ? StubBinding.SERVER : wanted.stubBinding();
    }
}
