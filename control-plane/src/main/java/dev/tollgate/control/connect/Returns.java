package dev.tollgate.control.connect;

import dev.tollgate.control.consent.AllowedClients;
import dev.tollgate.control.credential.CredentialTokens;
import dev.tollgate.control.credential.OauthCredentials;
import dev.tollgate.control.credential.PersonConnections;
import dev.tollgate.control.identity.Caller;
import dev.tollgate.control.identity.Role;
import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.Callback;
import dev.tollgate.control.oauth.Departure;
import dev.tollgate.control.oauth.OauthClient;
import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.control.publish.Changes;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.AccessTokenStatus;
import dev.tollgate.model.api.ConnectionMade;
import dev.tollgate.model.api.ConnectionReturn;
import dev.tollgate.model.api.OauthCredential.Who;
import dev.tollgate.model.wire.WireJson;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finishes what a departure began. It is used up before anything is judged: whoever tries with the wrong person, browser or
 * credential has tried once. Nothing is sent to the provider before all of it is right.
 */
@ApplicationScoped
class Returns {
    private static final Set<String> ADMINS = Set.of(Role.OWNER, Role.ADMIN, Role.TOOL_ADMIN);

    private final DepartureStore store;
    private final OauthCredentials credentials;
    private final CredentialTokens tokens;
    private final PersonConnections connections;
    private final AllowedClients clients;
    private final OauthClient oauth;
    private final MasterSeal master;
    private final Changes changes;
    private final Caller caller;

    Returns(
            DepartureStore store,
            OauthCredentials credentials,
            CredentialTokens tokens,
            PersonConnections connections,
            AllowedClients clients,
            OauthClient oauth,
            MasterSeal master,
            Changes changes,
            Caller caller) {
        this.store = store;
        this.credentials = credentials;
        this.tokens = tokens;
        this.connections = connections;
        this.clients = clients;
        this.oauth = oauth;
        this.master = master;
        this.changes = changes;
        this.caller = caller;
    }

    ConnectionMade finish(ConnectionReturn returned) {
        DepartureRow row = QuarkusTransaction.requiringNew()
                .call(() -> take(returned))
                .orElseThrow(
                        () -> refused("It belongs to no request that is open: it was used already, or it is older than"
                                + " ten minutes. Begin again."));
        refuseUnlessRight(row, returned);
        OauthCredentials.Ready ready = ready(row);
        Access access = ready.access().withScopes(row.scopes());
        if (ready.secretVersion() != row.secretVersion || !isSameClient(access, row)) {
            throw refused("The server's credential, its provider, or Tollgate's client there is another by now. Begin"
                    + " again.");
        }
        return switch (redeem(access, row)) {
            case TokenAnswer.Tokens given -> keep(row, given);
            case TokenAnswer.TokenRefused no -> {
                if (no.error().equals("invalid_client") || no.error().equals("unauthorized_client")) {
                    credentials.forgetClient(row.serverId, row.secretVersion);
                }
                throw refused("The provider refuses: " + no.error()
                        + (no.description() == null ? "" : " (" + no.description() + ")") + ".");
            }
            case TokenAnswer.ProviderAway away ->
                throw new Refused(new Refusal.Unavailable("The provider " + away.why() + ". Begin again later."));
        };
    }

    private OauthCredentials.Ready ready(DepartureRow row) {
        try {
            return credentials.ready(row.serverId);
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    new Refusal.Unavailable(
                            "The provider cannot be asked at present: it " + e.getMessage() + ". Begin again later."),
                    e);
        }
    }

    private Optional<DepartureRow> take(ConnectionReturn returned) {
        Optional<DepartureRow> row = Optional.ofNullable(returned.departure()).flatMap(store::lock);
        row.ifPresent(store::remove);
        return row;
    }

    private void refuseUnlessRight(DepartureRow row, ConnectionReturn returned) {
        if (!row.begunBy.equals(caller.subject())) {
            throw refused("Somebody else began it. You are not connected, and neither are they.");
        }
        if (!Secrets.isOf(row.bindingSha256, returned.binding())) {
            throw refused("It was begun in another browser or session. Begin again in this one.");
        }
        if (!Secrets.isOf(row.handleSha256, returned.handle()) || row.returned == null) {
            throw refused("It is not what the provider's answer led to. Begin again.");
        }
        if (!row.expiresAt.isAfter(Instant.now())) {
            throw refused("It is older than ten minutes. Begin again.");
        }
        boolean ofTenant = row.person.equals(CredentialTokens.TENANT);
        if (ofTenant && !isAdmin()) {
            throw refused("You may not connect the tenant to a server any more.");
        }
    }

    private boolean isAdmin() {
        return caller.roles().stream().anyMatch(ADMINS::contains);
    }

    private static boolean isSameClient(Access access, DepartureRow row) {
        return access.provider().issuer().toString().equals(row.issuer)
                && access.client().clientId().equals(row.clientId);
    }

    private TokenAnswer redeem(Access access, DepartureRow row) {
        Callback callback = WireJson.decode(
                master.open(Objects.requireNonNull(row.returned), DepartureRow.returnBound(row.id)), Callback.class);
        @Nullable String state = callback.state();
        if (!Secrets.isOf(row.stateSha256, state)) {
            throw refused("It is not the answer to what was asked. Begin again.");
        }
        Departure.Kept kept = new Departure.Kept(
                String.valueOf(state),
                new String(master.open(row.sealed, row.bound()), StandardCharsets.US_ASCII),
                URI.create(row.issuer),
                URI.create(row.redirect));
        try {
            return oauth.redeem(access, kept, callback);
        } catch (IllegalArgumentException e) {
            throw new Refused(new Refusal.WrongState("The provider's answer " + e.getMessage() + ". Begin again."), e);
        }
    }

    private ConnectionMade keep(DepartureRow row, TokenAnswer.Tokens given) {
        AccessTokenStatus status = changes.make(change -> {
            if (row.client != null) {
                clients.allow(row.serverId, row.person, row.client);
            }
            tokens.received(row.serverId, row.person, row.secretVersion, given, change);
            if (!row.person.equals(CredentialTokens.TENANT) && isAdmin()) {
                connections.mayLook(row.serverId, row.person, change);
            }
            return tokens.status(row.serverId, row.person).orElseThrow();
        });
        Who who = row.person.equals(CredentialTokens.TENANT) ? Who.TENANT : Who.EACH_PERSON;
        return new ConnectionMade(row.serverId, who, status);
    }

    private static Refused refused(String why) {
        return new Refused(new Refusal.WrongState("This return from a provider cannot be used. " + why));
    }
}
