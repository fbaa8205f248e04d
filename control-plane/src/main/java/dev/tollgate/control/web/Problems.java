package dev.tollgate.control.web;

import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.Problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns refusals into problem documents (RFC 9457); the one place where their status codes are chosen. */
final class Problems {
    private static final String TYPE_BASE = "https://tollgate.dev/problems/";

    private Problems() {}

    static Problem of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound _ -> problem("not-found", "Not found", 404, "There is no such resource.");
            case Refusal.Invalid invalid -> invalid(invalid.errors());
            case Refusal.Malformed malformed -> problem("malformed", "Malformed request", 400, malformed.detail());
            case Refusal.TooLarge large ->
                problem(
                        "too-large",
                        "Body too large",
                        413,
                        "A request's body has at most " + large.bytesMax() + " bytes.");
            case Refusal.NameTaken taken ->
                new Problem(
                        TYPE_BASE + "name-taken",
                        "Name taken",
                        409,
                        taken.detail(),
                        null,
                        List.of(new FieldError(taken.field(), taken.detail())));
            case Refusal.InUse used -> problem("in-use", "In use", 409, used.detail());
            case Refusal.WrongState state -> problem("wrong-state", "Not possible in this state", 409, state.detail());
            case Refusal.PreconditionMissing _ ->
                problem(
                        "precondition-required",
                        "Precondition required",
                        428,
                        "Send If-Match with the ETag that you last saw, or * to act on any version.");
            case Refusal.Stale _ ->
                problem(
                        "stale",
                        "Changed meanwhile",
                        412,
                        "The resource has changed since the version in If-Match; read it again.");
            case Refusal.KeyReused _ ->
                problem(
                        "idempotency-key-reused",
                        "Idempotency-Key reused",
                        422,
                        "This Idempotency-Key came before with another request.");
            case Refusal.SecretShown shown ->
                problem("secret-already-shown", "Secret already shown", 409, shown.detail());
            case Refusal.TokenEnded _ ->
                problem(
                        "token-ended",
                        "Access ended",
                        401,
                        "Your access has changed or ended since this access token was issued; sign in again.");
            case Refusal.KeyNotAccepted _ ->
                problem(
                        "key-not-accepted",
                        "Key not accepted",
                        401,
                        "Send a virtual key that is accepted now, from a network that it is accepted from, as a bearer"
                                + " token.");
            case Refusal.ScimFault fault -> problem("scim-" + fault.type(), "Not possible", 400, fault.detail());
            case Refusal.NoTenant none -> problem("no-tenant", "No tenant", 403, none.detail());
            case Refusal.Unavailable away -> problem("unavailable", "Unavailable", 503, away.detail());
        };
    }

    static Problem problem(String slug, String title, int status, @Nullable String detail) {
        return new Problem(TYPE_BASE + slug, title, status, detail, null, null);
    }

    private static Problem invalid(List<FieldError> errors) {
        return new Problem(
                TYPE_BASE + "invalid", "Invalid fields", 422, "Some fields are not acceptable.", null, errors);
    }
}
