package dev.tollgate.control.revoke;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.control.oauth.Access;
import dev.tollgate.control.oauth.ClientIdentity;
import dev.tollgate.control.oauth.OauthClient;
import dev.tollgate.control.oauth.Provider;
import dev.tollgate.control.persistence.Ids;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.seal.MasterSeal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Has tokens revoked (RFC 7009). They are noted in the transaction that forgets them, and their provider is told outside of
 * any: at once by whoever waits for it, and else by a job that tries again.
 */
@ApplicationScoped
public class Revocations {
    /** Over a day and a half; a token that nobody has any more runs out. */
    static final int ATTEMPTS_MAX = 10;

    /** So long whoever noted it has it for themselves. */
    private static final Duration FIRST = Duration.ofSeconds(30);

    private static final Duration RETRY = Duration.ofMinutes(4);

    private final EntityManager entities;
    private final OauthClient oauth;
    private final MasterSeal master;
    private final ObjectMapper json;
    private final MeterRegistry metrics;

    Revocations(
            EntityManager entities, OauthClient oauth, MasterSeal master, ObjectMapper json, MeterRegistry metrics) {
        this.entities = entities;
        this.oauth = oauth;
        this.master = master;
        this.json = json;
        this.metrics = metrics;
    }

    /** What came of telling a provider. */
    public enum Outcome {
        REVOKED,
        /** It takes no revocations, or says nothing of itself any more. */
        NOT_TAKEN,
        /** It did not answer, and is asked again. */
        WAITING
    }

    /**
     * Within a transaction.
     *
     * @param tokens the refresh token first
     */
    public UUID note(URI issuer, boolean documented, ClientIdentity client, List<String> tokens) {
        RevocationRow row = new RevocationRow();
        row.id = Ids.next();
        row.issuer = issuer.toString();
        row.documented = documented;
        row.sealed = master.seal(bytes(Parting.of(client, tokens)), row.bound());
        row.nextAt = Times.now().plus(FIRST);
        entities.persist(row);
        return row.id;
    }

    private record Told(URI issuer, boolean documented, Parting parting) {}

    /** Tells the provider, without a transaction; in the tenant's scope. One that was told already is told no more. */
    public Outcome tell(UUID id) {
        Optional<Told> told = QuarkusTransaction.requiringNew().call(() -> find(id).map(this::opened));
        Outcome outcome = told.map(this::tell).orElse(Outcome.REVOKED);
        QuarkusTransaction.requiringNew().run(() -> find(id).ifPresent(row -> settle(row, outcome)));
        Counter.builder("tollgate.credentials.revocations")
                .description("Tokens that providers were to revoke, by what came of it")
                .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
                .register(metrics)
                .increment();
        return outcome;
    }

    private Outcome tell(Told told) {
        Provider provider;
        try {
            provider = told.documented() ? oauth.provider(told.issuer()) : Provider.withoutDocument(told.issuer());
        } catch (IllegalArgumentException _) {
            return Outcome.WAITING;
        }
        if (provider.revocationEndpoint() == null) {
            return Outcome.NOT_TAKEN;
        }
        Access access = new Access(provider, told.parting().client(), null, List.of());
        boolean all = true;
        for (String token : told.parting().tokens()) {
            all &= oauth.revoke(access, token);
        }
        return all ? Outcome.REVOKED : Outcome.WAITING;
    }

    private void settle(RevocationRow row, Outcome outcome) {
        row.attempts++;
        if (outcome != Outcome.WAITING || row.attempts >= ATTEMPTS_MAX) {
            entities.remove(row);
        } else {
            row.nextAt = Times.now().plus(RETRY.multipliedBy(1L << row.attempts));
        }
    }

    private Optional<RevocationRow> find(UUID id) {
        return Optional.ofNullable(entities.find(RevocationRow.class, id));
    }

    private Told opened(RevocationRow row) {
        try {
            Parting parting = json.readValue(master.open(row.sealed, row.bound()), Parting.class);
            return new Told(URI.create(row.issuer), row.documented, parting);
        } catch (IOException _) {
            // Its message would repeat what was read.
            throw new IllegalStateException("what is to be revoked was written here and cannot be read");
        }
    }

    private byte[] bytes(Parting parting) {
        try {
            return json.writeValueAsBytes(parting);
        } catch (JsonProcessingException _) {
            throw new IllegalStateException("what is to be revoked can be written");
        }
    }
}
