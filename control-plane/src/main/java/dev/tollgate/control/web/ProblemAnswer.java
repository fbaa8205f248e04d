package dev.tollgate.control.web;

import dev.tollgate.model.api.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/** Problem documents as answers. */
public final class ProblemAnswer {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final int RETRY_AFTER_SECONDS = 5;

    private ProblemAnswer() {}

    public static Response of(Refusal refusal, UriInfo uri) {
        Response answer = of(Problems.of(refusal), uri);
        if (refusal instanceof Refusal.Unavailable) {
            return with(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS, answer);
        }
        return refusal instanceof Refusal.KeyNotAccepted || refusal instanceof Refusal.TokenEnded
                ? with(HttpHeaders.WWW_AUTHENTICATE, "Bearer", answer)
                : answer;
    }

    private static Response with(String header, Object value, Response answer) {
        return Response.fromResponse(answer).header(header, value).build();
    }

    /** A 404 says nothing about what was asked for, so that another tenant's id and an absent one answer the same bytes. */
    static Response of(Problem problem, UriInfo uri) {
        if (ScimError.answers(uri)) {
            return ScimError.of(problem);
        }
        @Nullable
        String instance = problem.status() == 404 ? null : uri.getRequestUri().getRawPath();
        Problem complete = new Problem(
                problem.type(), problem.title(), problem.status(), problem.detail(), instance, problem.errors());
        return Response.status(problem.status())
                .type(MEDIA_TYPE)
                .entity(complete)
                .build();
    }
}
