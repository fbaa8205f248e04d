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
import java.util.UUID;
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
        return once(caller::subject, body, work);
    }

    /**
     * The same for someone who has not signed in.
     *
     * @param principal whose keys they are
     */
    public Response onceAs(String principal, @Nullable Object body, Supplier<Answer> work) {
        return once(() -> principal, body, work);
    }

    private Response once(Supplier<String> principal, @Nullable Object body, Supplier<Answer> work) {
        @Nullable String key = headers.getHeaderString(HEADER);
        if (key == null) {
            return work.get().toResponse();
        }
        if (key.isBlank() || key.length() > KEY_CHARS_MAX) {
            throw Refused.invalid(HEADER, "has 1 to " + KEY_CHARS_MAX + " characters");
        }
        Claim claim = new Claim(
                principal.get(), key, Claim.hash(uri.getPath(), headers.getHeaderString(HttpHeaders.IF_MATCH), body));
        return scope.call(
                tenant.find().orElse(OPERATORS),
                () -> QuarkusTransaction.requiringNew().call(() -> once(claim, work)));
    }

    private Response once(Claim claim, Supplier<Answer> work) {
        if (!store.claim(claim)) {
            return replay(claim);
        }
        Answer answer = work.get();
        store.keep(claim, answer, written.find());
        return answer.toResponse();
    }

    private Response replay(Claim claim) {
        Kept kept = store.find(claim);
        if (!kept.requestSha256().equals(claim.requestSha256())) {
            throw new Refused(new Refusal.KeyReused());
        }
        if (kept.secret()) {
            throw new Refused(new Refusal.SecretShown(
                    "This request was carried out before and its secret was answered then; secrets are not kept. If the"
                            + " answer was lost, rotate the key to get a new secret" + kept.where() + "."));
        }
        return kept.toResponse();
    }
}
