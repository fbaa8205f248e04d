package dev.tollgate.control.replay;

import dev.tollgate.control.identity.Caller;
import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.identity.TenantScope;
import dev.tollgate.control.publish.WrittenRevision;
import dev.tollgate.control.web.Answer;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.id.TenantId;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a POST once for each Idempotency-Key of a caller. The key is claimed in the transaction that does the
 * work: two at once wait for one another, a failure claims nothing, and a crash leaves both or neither behind.
 */
@ApplicationScoped
public class Posts {
    public static final String HEADER = "Idempotency-Key";
    private static final int KEY_CHARS_MAX = 128;
    /** Longer than any work apart takes; what is older was broken off. */
    private static final Duration UNDER_WAY_MAX = Duration.ofMinutes(2);

    /** Operators have no tenant; their answers are kept under the nil UUID, which no tenant has. */
    private static final TenantId OPERATORS = new TenantId(new UUID(0, 0));

    private final TenantContext tenant;
    private final TenantScope scope;
    private final Caller caller;
    private final ReplayStore store;
    private final WrittenRevision written;
    private final HttpHeaders headers;
    private final UriInfo uri;

    Posts(
            TenantContext tenant,
            TenantScope scope,
            Caller caller,
            ReplayStore store,
            WrittenRevision written,
            HttpHeaders headers,
            UriInfo uri) {
        this.tenant = tenant;
        this.scope = scope;
        this.caller = caller;
        this.store = store;
        this.written = written;
        this.headers = headers;
        this.uri = uri;
    }

    /**
     * The answer of the work, or that of the first request with this key.
     *
     * @param body what was asked for; absent for a POST without body
     */
    public Response once(@Nullable Object body, Supplier<Answer> work) {
        return once(caller::subject, body, work, this::together);
    }

    /**
     * The same for work that waits for another system, and so is done while no transaction is open: the key is taken
     * before it, and meanwhile a second request with the key is refused. After a crash it may be carried out again once
     * {@link #UNDER_WAY_MAX} have passed.
     */
    public Response onceApart(@Nullable Object body, Supplier<Answer> work) {
        return once(caller::subject, body, work, this::apart);
    }

    /**
     * The same for someone who has not signed in.
     *
     * @param principal whose keys they are
     */
    public Response onceAs(String principal, @Nullable Object body, Supplier<Answer> work) {
        return once(() -> principal, body, work, this::together);
    }

    private Response once(
            Supplier<String> principal,
            @Nullable Object body,
            Supplier<Answer> work,
            BiFunction<Claim, Supplier<Answer>, Response> way) {
        @Nullable String key = headers.getHeaderString(HEADER);
        if (key == null) {
            return work.get().toResponse();
        }
        if (key.isBlank() || key.length() > KEY_CHARS_MAX) {
            throw Refused.invalid(HEADER, "has 1 to " + KEY_CHARS_MAX + " characters");
        }
        Claim claim = new Claim(
                principal.get(), key, Claim.hash(uri.getPath(), headers.getHeaderString(HttpHeaders.IF_MATCH), body));
        return scope.call(tenant.find().orElse(OPERATORS), () -> way.apply(claim, work));
    }

    private Response together(Claim claim, Supplier<Answer> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!store.claim(claim)) {
                return replay(claim);
            }
            Answer answer = work.get();
            store.keep(claim, answer, written.find());
            return answer.toResponse();
        });
    }

    private Response apart(Claim claim, Supplier<Answer> work) {
        Optional<Response> before = QuarkusTransaction.requiringNew()
                .call(() -> store.claim(claim, UNDER_WAY_MAX) ? Optional.empty() : Optional.of(replay(claim)));
        return before.orElseGet(() -> carryOut(claim, work));
    }

    private Response carryOut(Claim claim, Supplier<Answer> work) {
        Answer answer;
        try {
            answer = work.get();
        } catch (RuntimeException e) {
            QuarkusTransaction.requiringNew().run(() -> store.release(claim));
            throw e;
        }
        QuarkusTransaction.requiringNew().run(() -> store.keep(claim, answer, written.find()));
        return answer.toResponse();
    }

    private Response replay(Claim claim) {
        Kept kept = store.find(claim);
        if (!kept.requestSha256().equals(claim.requestSha256())) {
            throw new Refused(new Refusal.KeyReused());
        }
        if (kept.isUnderWay()) {
            throw new Refused(new Refusal.WrongState("This request is being carried out; repeat it in a moment."));
        }
        if (kept.secret()) {
            throw new Refused(new Refusal.SecretShown(
                    "This request was carried out before and its secret was answered then; secrets are not kept. If the"
                            + " answer was lost, rotate the key, or give the person another password" + kept.where()
                            + "."));
        }
        return kept.toResponse();
    }
}
