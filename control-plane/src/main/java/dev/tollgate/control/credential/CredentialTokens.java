package dev.tollgate.control.credential;

import dev.tollgate.control.oauth.TokenAnswer;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.publish.Change;
import dev.tollgate.control.seal.MasterSeal;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.AccessTokenStatus;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The door through which a first token comes in, and goes; from then on whoever holds its row renews it. */
@ApplicationScoped
public class CredentialTokens {
    /** In the place of a person: the token is the tenant's own. */
    public static final UUID TENANT = TokenId.TENANT;

    private final TokenStore store;
    private final CredentialStore credentials;
    private final RenewalResults results;
    private final TokenPublication publication;
    private final MasterSeal master;

    CredentialTokens(
            TokenStore store,
            CredentialStore credentials,
            RenewalResults results,
            TokenPublication publication,
            MasterSeal master) {
        this.store = store;
        this.credentials = credentials;
        this.results = results;
        this.publication = publication;
        this.master = master;
    }

    /**
     * Takes what a provider gave a person, or the tenant, in the place of whatever was there.
     *
     * @param person a user's id, or {@link #TENANT}
     * @param secretVersion of the credential that the provider was asked with
     * @throws Refused if the credential is another by now
     */
    public void received(UUID server, UUID person, long secretVersion, TokenAnswer.Tokens tokens, Change change) {
        CredentialRow credential = credentials
                .find(server)
                .filter(row -> row.secretVersion == secretVersion)
                .orElseThrow(() -> new Refused(new Refusal.WrongState(
                        "The server's credential is another by now. Connect to the server again.")));
        TokenId id = new TokenId(server, person);
        Instant now = Times.now();
        String masterKey = master.currentKey();
        TokenRow row = begun(id, secretVersion, masterKey, now);
        Asked asked = new Asked(change.tenant(), masterKey, tokens.refreshToken(), null);
        if (credential.exchangesSignIns()) {
            signedIn(row, tokens, asked);
        } else {
            results.first(row, tokens, asked, now);
        }
        publication.publish(id, true, change);
    }

    /** Keeps what the sign-in is renewed with and nothing else of it; whoever holds the row next asks for the server's token. */
    private void signedIn(TokenRow row, TokenAnswer.Tokens tokens, Asked asked) {
        if (tokens.refreshToken() == null) {
            throw new Refused(new Refusal.WrongState("The provider gave no refresh token, without which nobody stays"
                    + " signed in there. The scope that asks for one, often offline_access, is missing."));
        }
        results.signedIn(row, tokens, asked);
    }

    /** Forgets what there is of it. Whoever is renewing it meanwhile comes too late. */
    public void disconnected(UUID server, UUID person, Change change) {
        TokenId id = new TokenId(server, person);
        store.lock(id).ifPresent(row -> {
            store.remove(row);
            publication.publish(id, true, change);
        });
    }

    /**
     * @param person a user's id, or {@link #TENANT}
     */
    public Optional<AccessTokenStatus> status(UUID server, UUID person) {
        return store.find(new TokenId(server, person)).map(TokenRow::toApi);
    }

    /** Has the provider asked for a new access token as soon as somebody is free to, whatever it said before. */
    public void renew(UUID server, UUID person) {
        store.lock(new TokenId(server, person))
                .orElseThrow(() -> new Refused(new Refusal.WrongState("There is no access token to renew.")))
                .askNow(Times.now());
    }

    /** Who may use a token is another than before; the token is the same. */
    public void changed(UUID server, UUID person, Change change) {
        publication.publish(new TokenId(server, person), false, change);
    }

    /** For a credential that is another now: what was got with the one before is of no use. */
    void begin(CredentialRow credential, Change change) {
        switch (credential.kind) {
            // Somebody has to connect first.
            case NONE, HEADERS, PERSON_HEADERS, OAUTH, PERSON_OAUTH, PERSON_TOKEN_EXCHANGE, PERSON_ID_JAG ->
                forget(credential.serverId, change);
            case CLIENT_CREDENTIALS, TOKEN_EXCHANGE -> {
                TokenId own = TokenId.ofTenant(credential.serverId);
                forget(credential.serverId, row -> !row.id().equals(own), change);
                begun(own, credential.secretVersion, credential.sealedBy, Times.now());
            }
        }
    }

    /** Of everybody. What the tenant's own means for the server is the caller's to publish. */
    void forget(UUID server, Change change) {
        forget(server, _ -> true, change);
    }

    private void forget(UUID server, Predicate<TokenRow> which, Change change) {
        store.lockAll(server).stream().filter(which).forEach(row -> {
            store.remove(row);
            if (!row.id().isOfTenant()) {
                publication.publish(row.id(), false, change);
            }
        });
    }

    private TokenRow begun(TokenId id, long secretVersion, String masterKey, Instant now) {
        Optional<TokenRow> before = store.lock(id);
        TokenRow row = before.orElseGet(() -> TokenRow.of(id, now));
        row.begin(secretVersion, masterKey, now);
        if (before.isEmpty()) {
            store.add(row);
        }
        return row;
    }
}
