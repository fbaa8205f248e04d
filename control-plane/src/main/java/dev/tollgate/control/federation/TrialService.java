package dev.tollgate.control.federation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.persistence.Times;
import dev.tollgate.control.tenant.TenantOrganization;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.SignInTrial;
import dev.tollgate.model.api.SignInTrial.State;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Trials of a tenant's own identity provider: the realm's real sign-in, begun by an owner for one browser, whose end comes
 * back here instead of to the console. The realm is asked while no transaction is open.
 */
@ApplicationScoped
class TrialService {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final EntityManager entities;
    private final TenantContext tenant;
    private final TenantScope scope;
    private final TenantOrganization organization;
    private final Links links;
    private final MappingService mappings;
    private final RealmSignIn realm;
    private final WaitingTrials waiting;
    private final ObjectMapper json;

    TrialService(
            EntityManager entities,
            TenantContext tenant,
            TenantScope scope,
            TenantOrganization organization,
            Links links,
            MappingService mappings,
            RealmSignIn realm,
            WaitingTrials waiting,
            ObjectMapper json) {
        this.entities = entities;
        this.tenant = tenant;
        this.scope = scope;
        this.organization = organization;
        this.links = links;
        this.mappings = mappings;
        this.realm = realm;
        this.waiting = waiting;
        this.json = json;
    }

    /** Takes the place of any trial before it. */
    SignInTrial begin() {
        if (links.find(organization.id(), organization.slug()).isEmpty()) {
            throw Refused.notFound();
        }
        TrialState state = TrialState.fresh(tenant.id(), RANDOM);
        String verifier = TrialState.secret(RANDOM);
        URI address = realm.address(organization.slug(), state.text(), TrialState.challenge(verifier));
        TrialRow begun = QuarkusTransaction.requiringNew().call(() -> store(state, verifier));
        return new SignInTrial(State.WAITING, begun.startedAt, begun.endsAt(), address, null, null);
    }

    private TrialRow store(TrialState state, String verifier) {
        @Nullable TrialRow known = row();
        TrialRow row = known == null ? new TrialRow() : known;
        row.id = tenant.id().value();
        row.stateSha256 = state.digest();
        row.verifier = verifier;
        row.startedAt = Times.now();
        row.problem = null;
        row.outcome = null;
        if (known == null) {
            entities.persist(row);
        }
        return row;
    }

    /** How the latest trial stands. One that nobody came back from may have failed on its way, which the realm says. */
    SignInTrial get() {
        TrialRow row = QuarkusTransaction.requiringNew().call(this::row);
        if (row == null) {
            throw Refused.notFound();
        }
        if (row.problem != null) {
            return shown(State.FAILED, row, row.problem, null);
        }
        if (row.outcome != null) {
            return shown(State.SUCCEEDED, row, null, read(row.outcome));
        }
        return realm.failure(organization.slug(), row.startedAt)
                .filter(failure -> failure.named() || !waiting.othersAt(tenant.id(), failure.at()))
                .map(failure -> failed(row, TrialProblem.words(failure.error())))
                .orElseGet(() -> Instant.now().isBefore(row.endsAt())
                        ? shown(State.WAITING, row, null, null)
                        : shown(State.EXPIRED, row, TrialProblem.NOBODY_CAME, null));
    }

    /** It is over then, so that it does not stand for what fails in another tenant's. */
    private SignInTrial failed(TrialRow trial, String problem) {
        finish(row -> {
            if (row.startedAt.equals(trial.startedAt)) {
                row.stateSha256 = null;
                row.problem = problem;
            }
        });
        return shown(State.FAILED, trial, problem, null);
    }

    private static SignInTrial shown(
            State state, TrialRow row, @Nullable String problem, SignInTrial.@Nullable Outcome outcome) {
        return new SignInTrial(state, row.startedAt, row.endsAt(), null, problem, outcome);
    }

    /**
     * A browser has come back, once. Whether it was a trial's is all that whoever sent it learns.
     *
     * @param code absent if the realm refused them
     * @param error the realm's own word for why
     */
    boolean comesBack(TrialState state, @Nullable String code, @Nullable String error) {
        return scope.call(state.tenant(), () -> {
            Optional<String> verifier = QuarkusTransaction.requiringNew().call(() -> taken(state));
            verifier.ifPresent(known -> {
                if (code == null) {
                    finish(row -> row.problem = TrialProblem.words(error == null ? "" : error));
                } else {
                    redeem(code, known);
                }
            });
            return verifier.isPresent();
        });
    }

    private Optional<String> taken(TrialState state) {
        @Nullable TrialRow row = row();
        boolean good = row != null
                && row.stateSha256 != null
                && state.hasDigest(row.stateSha256)
                && Instant.now().isBefore(row.endsAt());
        if (row == null || !good) {
            return Optional.empty();
        }
        row.stateSha256 = null;
        return Optional.of(row.verifier);
    }

    private void redeem(String code, String verifier) {
        try {
            Optional<RealmSignIn.SignedIn> who = realm.redeem(code, verifier);
            Mapping mapping = mappings.current();
            String own = organization.id();
            finish(row -> who.ifPresentOrElse(
                    known -> row.outcome = write(TrialOutcome.of(known, own, mapping)),
                    () -> row.problem = TrialProblem.CODE_REFUSED));
        } catch (Refused e) {
            finish(row -> row.problem = TrialProblem.AWAY);
        }
    }

    private void finish(Consumer<TrialRow> how) {
        QuarkusTransaction.requiringNew().run(() -> Optional.ofNullable(row()).ifPresent(how));
    }

    private @Nullable TrialRow row() {
        return entities.find(TrialRow.class, tenant.id().value());
    }

    private SignInTrial.Outcome read(String outcome) {
        try {
            return json.readValue(outcome, SignInTrial.Outcome.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored outcomes can be read", e);
        }
    }

    private String write(SignInTrial.Outcome outcome) {
        try {
            return json.writeValueAsString(outcome);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("outcomes can be written", e);
        }
    }
}
