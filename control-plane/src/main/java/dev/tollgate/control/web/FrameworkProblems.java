package dev.tollgate.control.web;

import dev.tollgate.model.api.Problem;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What the framework refuses by itself, put into words that say what to do. */
final class FrameworkProblems {
    private FrameworkProblems() {}

    static Problem of(int status) {
        if (status == 404) {
            return Problems.of(new Refusal.NotFound());
        }
        Response.@Nullable Status known = Response.Status.fromStatusCode(status);
        String title = known == null ? "Request refused" : known.getReasonPhrase();
        return Problems.problem("http-" + status, title, status, detail(status));
    }

    private static String detail(int status) {
        return switch (status) {
            case 400 -> "The request cannot be read as the API's document describes it.";
            case 405 -> "This address does not take that method.";
            case 406 ->
                "There is no answer here of a type that the Accept header names; application/json is always one.";
            case 415 -> "The body is of another type than this operation reads; send application/json.";
            default -> "The request was refused before it reached a resource.";
        };
    }
}
