package dev.tollgate.control.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.tollgate.control.seal.MasterKeyAway;
import dev.tollgate.model.api.Problem;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers every exception that leaves a resource as a problem document. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final String MASTER_KEY_AWAY =
            "Secrets can be neither sealed nor opened at present: their key is away. Try again later.";

    @ServerExceptionMapper
    Response refused(Refused e, UriInfo uri) {
        return ProblemAnswer.of(e.refusal(), uri);
    }

    @ServerExceptionMapper(MasterKeyAway.class)
    Response masterKeyAway(UriInfo uri) {
        return ProblemAnswer.of(new Refusal.Unavailable(MASTER_KEY_AWAY), uri);
    }

    @ServerExceptionMapper
    Response constraint(ConstraintViolationException e, UriInfo uri) {
        return ProblemAnswer.of(Problems.of(Constraints.refusal(e.getConstraintName())), uri);
    }

    @ServerExceptionMapper
    Response lockLost(OptimisticLockException e, UriInfo uri) {
        return ProblemAnswer.of(Problems.of(new Refusal.Stale()), uri);
    }

    /** Named besides its supertype, because Quarkus maps it otherwise. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e, UriInfo uri) {
        return ProblemAnswer.of(JsonProblems.of(e), uri);
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException e, UriInfo uri) {
        return ProblemAnswer.of(JsonProblems.of(e), uri);
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
    Response forbidden(UriInfo uri, ResourceInfo resource) {
        return ProblemAnswer.of(Problems.problem("forbidden", "Forbidden", 403, Permission.needed(resource)), uri);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, UriInfo uri) {
        if (e.getCause() instanceof JsonProcessingException json) {
            return ProblemAnswer.of(JsonProblems.of(json), uri);
        }
        return ProblemAnswer.of(FrameworkProblems.of(e.getResponse().getStatus()), uri);
    }

    @ServerExceptionMapper
    Response unexpected(Exception e, UriInfo uri) {
        LOG.error("request failed unexpectedly", e);
        return ProblemAnswer.of(
                Problems.problem("internal", "Internal error", 500, "The request failed; it has been logged."), uri);
    }

    private static Response challenge(UriInfo uri) {
        Problem problem =
                Problems.problem("unauthorized", "Unauthorized", 401, "Send a valid access token as a bearer token.");
        return Response.fromResponse(ProblemAnswer.of(problem, uri))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
