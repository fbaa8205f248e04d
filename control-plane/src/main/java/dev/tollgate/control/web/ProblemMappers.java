package dev.tollgate.control.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.tollgate.model.api.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Answers every exception that leaves a resource as a problem document. */
final class ProblemMappers {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response refused(Refused e, UriInfo uri) {
        return answer(Problems.of(e.refusal()), uri);
    }

    @ServerExceptionMapper
    Response constraint(ConstraintViolationException e, UriInfo uri) {
        return answer(Problems.of(Constraints.refusal(e.getConstraintName())), uri);
    }

    @ServerExceptionMapper
    Response lockLost(OptimisticLockException e, UriInfo uri) {
        return answer(Problems.of(new Refusal.Stale()), uri);
    }

    /** Named besides its supertype, because Quarkus maps it otherwise. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e, UriInfo uri) {
        return answer(JsonProblems.of(e), uri);
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException e, UriInfo uri) {
        return answer(JsonProblems.of(e), uri);
    }

    @ServerExceptionMapper(UnauthorizedException.class)
    Response unauthorized(UriInfo uri) {
        return challenge(uri);
    }

    @ServerExceptionMapper(AuthenticationFailedException.class)
    Response authenticationFailed(UriInfo uri) {
        return challenge(uri);
    }

    @ServerExceptionMapper(ForbiddenException.class)
    Response forbidden(UriInfo uri) {
        return answer(Problems.problem("forbidden", "Forbidden", 403, "Your roles do not allow this."), uri);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return answer(JsonProblems.of(json), uri);
        }
        int status = e.getResponse().getStatus();
        if (status == 404) {
            return answer(Problems.of(new Refusal.NotFound()), uri);
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Request refused" : known.getReasonPhrase();
        return answer(Problems.problem("http-" + status, title, status, null), uri);
    }

    @ServerExceptionMapper
    Response unexpected(Exception e, UriInfo uri) {
        LOG.error("request failed unexpectedly", e);
        return answer(
                Problems.problem("internal", "Internal error", 500, "The request failed; it has been logged."), uri);
    }

    private static Response challenge(UriInfo uri) {
        Problem problem =
                Problems.problem("unauthorized", "Unauthorized", 401, "Send a valid access token as a bearer token.");
        return Response.fromResponse(answer(problem, uri))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    /** A 404 says nothing about what was asked for, so that another tenant's id and an absent one answer the same bytes. */
    private static Response answer(Problem problem, UriInfo uri) {
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
