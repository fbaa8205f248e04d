package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.outgoing.OutgoingGate;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.server.ServerService;
import dev.tollgate.control.server.ServerTlsParts;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.NewOauthCredential;
import dev.tollgate.model.api.NewServerCredential;
import dev.tollgate.model.api.OauthCredential;
import dev.tollgate.model.api.OauthCredential.Found;
import dev.tollgate.model.api.OauthPreview;
import dev.tollgate.model.api.ServerCredential;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.model.id.TenantId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Credentials that somebody must connect, for whoever sends people to providers. */
@ApplicationScoped
public class OauthCredentials {
    private static final String NOT_OF_THIS_KIND =
            "The server's credential is not of this kind: there is nothing to connect.";

    private final CredentialStore store;
    private final OauthSecrets secrets;
    private final Acquaintance acquaintance;
    private final TokenStore tokens;
    private final CredentialTokens credentialTokens;
    private final Farewell farewell;
    private final ServerService servers;
    private final ServerTlsParts tls;
    private final OutgoingGate gate;
    private final Changes changes;

    OauthCredentials(
            CredentialStore store,
            OauthSecrets secrets,
            Acquaintance acquaintance,
            TokenStore tokens,
            CredentialTokens credentialTokens,
            Farewell farewell,
            ServerService servers,
            ServerTlsParts tls,
            OutgoingGate gate,
            Changes changes) {
        this.store = store;
        this.secrets = secrets;
        this.acquaintance = acquaintance;
        this.tokens = tokens;
        this.credentialTokens = credentialTokens;
        this.farewell = farewell;
        this.servers = servers;
        this.tls = tls;
        this.gate = gate;
        this.changes = changes;
    }

    /**
     * One that tokens can be asked with.
     *
     * @param secretVersion of the credential
     * @param isSignIn whether what is got is a sign-in, for which the token for the server is got with other scopes
     */
    public record Ready(Access access, long secretVersion, boolean isSignIn) {}

    private record Kept(
            OauthCredential settings,
            Optional<ClientIdentity> client,
            long secretVersion,
            boolean isSignIn,
            URI server) {}

    /** Whom people are sent to, as far as it is known; empty if the server's credential is of another kind. */
    public Optional<OauthCredential> find(UUID server) {
        return store.find(server).filter(CredentialRow::wantsSignIn).map(secrets::shown);
    }

    /** What a server wants of each person; empty if it wants nothing of them. */
    public Optional<ServerCredential.Kind> ofEachPerson(UUID server) {
        return store.find(server).filter(CredentialRow::asksEachPerson).map(row -> row.kind);
    }

    /** Servers that want a connection of each person, by id, one more than asked for if there is one. */
    public List<UUID> ofEachPerson(@Nullable UUID after, int max) {
        return store.ofEachPerson(after, max);
    }

    /** Who is connected to a server, by id, one more than asked for if there is one. */
    public List<UUID> connected(UUID server, @Nullable UUID after, int max) {
        return tokens.people(server, after, max);
    }

    /** The servers that somebody is connected to. */
    public List<UUID> connectionsOf(UUID person) {
        return tokens.servers(person);
    }

    /**
     * Forgets somebody's tokens, as a part of a change, and notes them for their provider.
     *
     * @return what the provider is to be told; empty if there is nothing that it could be told
     */
    public Optional<UUID> disconnect(UUID server, UUID person, Change change) {
        Optional<UUID> revocation = farewell.note(server, person);
        credentialTokens.disconnected(server, person, change);
        return revocation;
    }

    /** Looks at the server and its provider, and keeps and registers nothing. Waits for both, without a transaction. */
    public OauthPreview preview(UUID server, NewOauthCredential wanted) {
        servers.checkTakesCredential(server);
        CredentialRules.check(new NewServerCredential(wanted), gate);
        URI url = QuarkusTransaction.requiringNew()
                .call(() -> servers.credentialUrl(server).orElseThrow(Refused::notFound));
        OauthCredential settings = OauthSecrets.settings(wanted, Times.now());
        try {
            return tls.during(new ServerId(server), () -> acquaintance.preview(url, settings));
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("oauth", String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Looks at the server and its provider anew, makes Tollgate known there if it is not, and keeps that. Waits for both,
     * without a transaction.
     */
    public Ready introduce(UUID server, OauthCredential.Who who) {
        Kept kept = QuarkusTransaction.requiringNew().call(() -> kept(server));
        if (kept.settings().who() != who) {
            throw new Refused(new Refusal.WrongState(NOT_OF_THIS_KIND));
        }
        Acquaintance.Made made;
        try {
            made = tls.during(
                    new ServerId(server),
                    () -> acquaintance.make(kept.server(), kept.settings(), kept.client(), Times.now()));
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    new Refusal.WrongState("Nobody can be sent to the server's provider: it " + e.getMessage()), e);
        }
        changes.make(change -> {
            CredentialRow row = unchanged(server, kept.secretVersion()).orElseThrow(OauthCredentials::another);
            endIfAnother(row, made.found(), change);
            secrets.found(row, made.found(), made.secret(), change.tenant());
            return row;
        });
        return new Ready(made.access(), kept.secretVersion(), kept.isSignIn());
    }

    /** A server that names another provider than before would else be given what the one before gave. */
    private void endIfAnother(CredentialRow row, Found next, Change change) {
        @Nullable Found before = secrets.shown(row).found();
        boolean same = before == null
                || before.issuer().equals(next.issuer()) && before.clientId().equals(next.clientId());
        if (!same) {
            farewell.noteAll(row.serverId);
            credentialTokens.forget(row.serverId, change);
            servers.publishAgain(row.serverId, change);
        }
    }

    /**
     * As it was made known last; reads the provider's document, without a transaction.
     *
     * @throws IllegalArgumentException if that cannot be used
     */
    public Ready ready(UUID server) {
        Kept kept = QuarkusTransaction.requiringNew().call(() -> kept(server));
        @Nullable Found found = kept.settings().found();
        if (found == null || kept.client().isEmpty()) {
            throw another();
        }
        return new Ready(acquaintance.again(found, kept.client().get()), kept.secretVersion(), kept.isSignIn());
    }

    /** For a client that its provider knows no more: the next who is sent there has another made. */
    public void forgetClient(UUID server, long secretVersion) {
        changes.make(change -> {
            unchanged(server, secretVersion).ifPresent(secrets::expireFound);
            return change;
        });
    }

    private Kept kept(UUID server) {
        if (servers.find(server).isEmpty()) {
            throw Refused.notFound();
        }
        CredentialRow row = store.find(server)
                .filter(CredentialRow::wantsSignIn)
                .orElseThrow(() -> new Refused(new Refusal.WrongState(NOT_OF_THIS_KIND)));
        TenantId tenant = row.tenant();
        return new Kept(
                secrets.shown(row),
                secrets.identity(row, tenant),
                row.secretVersion,
                row.exchangesSignIns(),
                Objects.requireNonNull(servers.credentialUrl(server).orElse(null)));
    }

    private Optional<CredentialRow> unchanged(UUID server, long secretVersion) {
        return store.find(server).filter(row -> row.secretVersion == secretVersion);
    }

    private static Refused another() {
        return new Refused(new Refusal.WrongState("The server's credential is another by now. Begin again."));
    }
}
