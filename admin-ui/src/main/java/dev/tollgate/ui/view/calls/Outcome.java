package dev.tollgate.ui.view.calls;

import com.vaadin.flow.component.html.Span;
import dev.tollgate.model.api.Call;
import dev.tollgate.model.event.RefusalReason;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.Texts;

/** How a call ended, in words. */
final class Outcome {
    private Outcome() {}

    static Span badge(Call call) {
        return switch (call.status()) {
            case OK -> Badges.good("ok");
            case TOOL_ERROR, UPSTREAM_ERROR, TIMEOUT -> Badges.bad(Texts.words(call.status()));
            case REFUSED -> Badges.waiting("refused");
            case CANCELLED -> Badges.neutral("cancelled");
        };
    }

    static String explanation(Call call) {
        RefusalReason reason = call.reason();
        return switch (call.status()) {
            case OK -> "The server answered with a result.";
            case TOOL_ERROR -> "The server answered that the tool failed.";
            case UPSTREAM_ERROR -> "The server answered with an error, could not be reached or broke off.";
            case TIMEOUT -> "The server did not answer within its time-out.";
            case REFUSED -> "Tollgate did not forward it: " + (reason == null ? "no reason recorded" : why(reason));
            case CANCELLED -> "The agent went away before the answer.";
        };
    }

    private static String why(RefusalReason reason) {
        return switch (reason) {
            case WRONG_SECRET -> "the key's secret was wrong.";
            case TOKEN_EXPIRED -> "the access token had expired.";
            case GRANT_REVOKED ->
                "the access token is from before the client's access was revoked or the session ended.";
            case USER_DISABLED -> "the user may not use Tollgate now.";
            case SCOPE_MISSING -> "the access token does not cover this.";
            case NO_PERSON ->
                "each person reaches the server by a connection of their own, and the caller is nobody who signs in.";
            case NOT_CONNECTED -> "the person is not connected to the server.";
            case CLIENT_NOT_ALLOWED -> "the person does not allow this client to use their connection to the server.";
            case CONNECTION_NEEDS_ATTENTION -> "the person's connection to the server needs their attention.";
            case SECRET_ROTATED -> "the secret is from before a rotation, and its overlap has ended.";
            case KEY_REVOKED -> "the key is revoked.";
            case KEY_EXPIRED -> "the key has expired.";
            case UNKNOWN_TOOL -> "there is no such tool, or the key does not see it. The agent is not told which.";
            case CONDITION_NOT_MET -> "no condition under which the key may call the tool held for this call.";
            case CONDITION_FAILED ->
                "no condition under which the key may call the tool held, and one could not be decided: what it looks at is"
                        + " missing, of another type, ambiguous or too large.";
            case CONDITION_TOO_COSTLY ->
                "no condition under which the key may call the tool held, and one took too much to evaluate on these arguments.";
            case CONDITION_BROKEN ->
                "no condition under which the key may call the tool held, and one is none that the gateway can evaluate: write it anew.";
            case SOURCE_NOT_ALLOWED -> "the key is not accepted from the agent's network.";
            case DEFINITION_CHANGED ->
                "the server has changed the tool, the change waits for approval, and the arguments do not fit it.";
            case NOT_APPROVED ->
                "somebody is to be asked before the tool is called, and did not agree or could not be asked.";
            case SNAPSHOT_STALE -> "the gateway's configuration was older than the tenant allows.";
            case OTHER_REGION -> "another region serves the tenant.";
            case INVALID_REQUEST -> "the request was not well-formed.";
            case UPSTREAM_UNAVAILABLE -> "the server failed too often just before, or its process did not start.";
            case BUDGET_EXHAUSTED -> "too little was left of a budget for what the call may cost.";
            case RATE_LIMITED -> "a limit on calls let no more through.";
            case LEDGER_UNHEARD -> "a limit holds for it, and the gateway did not hear from the ledger in time.";
            case OVERLOADED -> "a bound on calls, sizes or streams was reached.";
            case UNRECORDABLE -> "it could not have been recorded.";
        };
    }
}
