package dev.tollgate.control.clickhouse;

import dev.tollgate.control.web.ProblemAnswer;
import dev.tollgate.control.web.Refusal;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a request that needs ClickHouse when ClickHouse does not answer. */
final class ClickHouseProblems {
    private static final Logger LOG = Logger.getLogger(ClickHouseProblems.class);

    @ServerExceptionMapper
    Response failed(ClickHouseFailure e, UriInfo uri) {
        LOG.warnf(e, "a request failed at ClickHouse: %s", e.kind());
        String detail = switch (e.kind()) {
            case UNREACHABLE -> "The store of calls does not answer. No call is lost: they wait until it is back.";
            case OVERLOADED -> "The question was too much for the store of calls. Narrow it, or try again.";
            case REFUSED -> "The store of calls did not take the question; the fault has been logged.";
        };
        return ProblemAnswer.of(new Refusal.Unavailable(detail), uri);
    }
}
