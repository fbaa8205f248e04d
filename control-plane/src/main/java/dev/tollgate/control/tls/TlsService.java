package dev.tollgate.control.tls;

import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.control.web.Precondition;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.NewServerTls;
import dev.tollgate.model.api.ServerTls;
import dev.tollgate.model.id.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Gives servers certificates and authorities, changes and takes them. */
@ApplicationScoped
class TlsService {
    private final TlsStore store;
    private final ServerService servers;
    private final MasterSeal master;
    private final Changes changes;

    TlsService(TlsStore store, ServerService servers, MasterSeal master, Changes changes) {
        this.store = store;
        this.servers = servers;
        this.master = master;
        this.changes = changes;
    }

    @Transactional
    ServerTls get(UUID server) {
        refuseUnlessThere(server);
        return store.find(server).map(row -> TlsViews.view(row, Times.now())).orElse(ServerTls.NONE);
    }

    /** What is written is read, and the master key asked for its name, before anything is locked. */
    ServerTls put(UUID server, NewServerTls written, Precondition precondition) {
        servers.checkTakesTls(server);
        WantedTls wanted = WantedTls.of(written, Times.now());
        return write(server, wanted, precondition, master.currentKey());
    }

    private ServerTls write(UUID server, WantedTls wanted, Precondition precondition, String masterKey) {
        return changes.make(change -> {
            refuseUnlessThere(server);
            Optional<TlsRow> before = store.find(server);
            precondition.check(before.map(row -> row.tlsVersion).orElse(0L));
            TlsRow row = before.orElseGet(TlsRow::new);
            row.serverId = server;
            fill(row, wanted, change.tenant(), masterKey);
            if (before.isEmpty()) {
                store.add(row);
            }
            servers.publishAgain(server, change);
            servers.lookAt(server, change);
            return TlsViews.view(row, Times.now());
        });
    }

    private void fill(TlsRow row, WantedTls wanted, TenantId tenant, String masterKey) {
        boolean shows = !wanted.chain().isEmpty();
        byte[] key = shows ? wanted.keyOr(key(row, tenant)) : new byte[0];
        row.becomesOther(Times.now());
        row.certificate = shows ? Pem.text(wanted.chain()) : null;
        row.authorities = wanted.authorities().isEmpty() ? null : Pem.text(wanted.authorities());
        row.sealed = shows ? master.seal(key, row.whose(tenant).bound()) : null;
        row.sealedBy = shows ? masterKey : "";
    }

    private Optional<byte[]> key(TlsRow row, TenantId tenant) {
        return row.sealed == null
                ? Optional.empty()
                : Optional.of(master.open(row.sealed, row.whose(tenant).bound()));
    }

    void delete(UUID server, Precondition precondition) {
        changes.make(change -> {
            refuseUnlessThere(server);
            TlsRow row = store.find(server).orElseThrow(Refused::notFound);
            precondition.check(row.tlsVersion);
            store.remove(row);
            servers.publishAgain(server, change);
            servers.lookAt(server, change);
            return row;
        });
    }

    /** Seals anew with the keys that seal now; the key and its version stay. */
    void sealAgain(UUID server, String masterKey) {
        changes.make(change -> {
            store.find(server).ifPresent(row -> {
                if (row.sealed != null && !row.sealedBy.equals(masterKey)) {
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
}
