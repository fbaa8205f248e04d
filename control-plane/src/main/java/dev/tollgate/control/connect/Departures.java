package dev.tollgate.control.connect;

import dev.tollgate.control.consent.AllowedClients;
import dev.tollgate.control.credential.CredentialTokens;
import dev.tollgate.control.credential.OauthCredentials;
import dev.tollgate.control.identity.Caller;
import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.Departure;
import dev.tollgate.control.oauth.OauthClient;
import dev.tollgate.control.oauth.PublicAddress;
import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.ConnectionDeparture;
import dev.tollgate.model.api.NewDeparture;
import dev.tollgate.model.api.OauthCredential.Who;
import dev.tollgate.model.oauth.Scopes;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sends people to providers. The server and its provider are asked while no transaction is open. */
@ApplicationScoped
class Departures {
    /** Time enough to sign in at a provider, and not to be found in a browser's history and used. */
    static final Duration LIFE = Duration.ofMinutes(10);

    /** Of one person at once; the oldest makes room. */
    static final int OF_A_PERSON_MAX = 10;

    private final OauthCredentials credentials;
    private final CredentialTokens tokens;
    private final OauthClient oauth;
    private final PublicAddress address;
    private final DepartureStore store;
    private final MasterSeal master;
    private final Caller caller;

    Departures(
            OauthCredentials credentials,
            CredentialTokens tokens,
            OauthClient oauth,
            PublicAddress address,
            DepartureStore store,
            MasterSeal master,
            Caller caller) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.oauth = oauth;
        this.address = address;
        this.store = store;
        this.master = master;
        this.caller = caller;
    }

    ConnectionDeparture ofTenant(UUID server, NewDeparture wanted) {
        if (wanted.client() != null) {
            throw Refused.invalid("client", "is none: the tenant's own connection serves whoever may use the server");
        }
        return begin(server, Who.TENANT, CredentialTokens.TENANT, wanted, null);
    }

    ConnectionDeparture ofCaller(UUID server, NewDeparture wanted) {
        @Nullable String client = wanted.client() == null ? null : AllowedClients.checked(wanted.client());
        return begin(server, Who.EACH_PERSON, People.id(caller), wanted, client);
    }

    private ConnectionDeparture begin(UUID server, Who who, UUID person, NewDeparture wanted, @Nullable String client) {
        List<String> more = scopes(wanted.scopes());
        OauthCredentials.Ready ready = credentials.introduce(server, who);
        if (ready.isSignIn() && !more.isEmpty()) {
            throw Refused.invalid("scopes", "are the credential's to say: the sign-in is given for another token");
        }
        List<String> before = ready.isSignIn() ? List.of() : grantedOrAsked(server, person);
        Access access;
        Departure departure;
        try {
            access = ready.access().widened(before).widened(more);
            departure = oauth.depart(access, address.callback());
        } catch (IllegalArgumentException e) {
            throw new Refused(
                    new Refusal.WrongState("Nobody can be sent to the server's provider: it " + e.getMessage()), e);
        }
        DepartureRow row = row(departure.kept(), access);
        row.serverId = server;
        row.person = person;
        row.client = client;
        row.secretVersion = ready.secretVersion();
        String binding = Secrets.next();
        row.bindingSha256 = Secrets.sha256(binding);
        QuarkusTransaction.requiringNew().run(() -> keep(row));
        return new ConnectionDeparture(row.id, departure.address(), binding, row.expiresAt);
    }

    /** What the token of now was granted, and what the server asks for beyond that. */
    private List<String> grantedOrAsked(UUID server, UUID person) {
        return QuarkusTransaction.requiringNew()
                .call(() -> tokens.status(server, person))
                .map(before -> Stream.concat(before.scopes().stream(), before.asked().stream())
                        .toList())
                .orElse(List.of());
    }

    private static List<String> scopes(@Nullable List<String> wanted) {
        if (wanted == null) {
            return List.of();
        }
        FieldErrors errors = new FieldErrors();
        errors.listSize("scopes", wanted, Scopes.COUNT_MAX);
        errors.throwIfAny();
        errors.check("scopes", () -> Scopes.of(wanted));
        errors.throwIfAny();
        return wanted;
    }

    private DepartureRow row(Departure.Kept kept, Access access) {
        DepartureRow row = new DepartureRow();
        row.id = Ids.next();
        row.begunBy = caller.subject();
        row.issuer = kept.issuer().toString();
        row.clientId = access.client().clientId();
        row.redirect = kept.redirect().toString();
        row.scopes = String.join(" ", access.scopes());
        row.stateSha256 = Secrets.sha256(kept.state());
        row.sealed = master.seal(kept.verifier().getBytes(StandardCharsets.US_ASCII), row.bound());
        row.expiresAt = Times.now().plus(LIFE);
        return row;
    }

    private void keep(DepartureRow row) {
        List<DepartureRow> others = store.begunBy(row.begunBy);
        others.stream().limit(Math.max(0, others.size() + 1 - OF_A_PERSON_MAX)).forEach(store::remove);
        store.add(row);
    }

    @Scheduled(
            identity = "departures",
            every = "5m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetExpired() {
        store.forgetExpired();
    }
}
