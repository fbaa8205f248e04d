package dev.tollgate.control.web;

import dev.tollgate.model.api.Problem.FieldError;
import java.util.List;

/** Why a request was not carried out, as far as the one who asked can do something about it. */
public sealed interface Refusal {
    /** There is no such thing in the asker's tenant. Another tenant's is told apart by nothing. */
    record NotFound() implements Refusal {}

    /** Fields that are missing, malformed or out of bounds. */
    record Invalid(List<FieldError> errors) implements Refusal {
        public Invalid {
            errors = List.copyOf(errors);
        }
    }

    /** The request as a whole cannot be read, such as broken JSON or a cursor that is none. */
    record Malformed(String detail) implements Refusal {}

    /** The body is longer than bodies may be. */
    record TooLarge(long bytesMax) implements Refusal {}

    /** A name that something else of the tenant has. */
    record NameTaken(String field, String detail) implements Refusal {}

    /** What is to be deleted is still used by something else. */
    record InUse(String detail) implements Refusal {}

    /** The thing is in a state that does not allow it. */
    record WrongState(String detail) implements Refusal {}

    /** No {@code If-Match} where one is needed. */
    record PreconditionMissing() implements Refusal {}

    /** {@code If-Match} names a version that has passed. */
    record Stale() implements Refusal {}

    /** An Idempotency-Key came back with another request. */
    record KeyReused() implements Refusal {}

    /** The request was carried out before, and its answer held a secret that is not kept. */
    record SecretShown(String detail) implements Refusal {}

    /** What was presented is no virtual key that is accepted. Why not is not said: whoever asks may have found it. */
    record KeyNotAccepted() implements Refusal {}

    /** The token was issued before its person lost something, or left. */
    record TokenEnded() implements Refusal {}

    /** The signed-in person belongs to no tenant, or to several. */
    record NoTenant(String detail) implements Refusal {}

    /**
     * What a message of SCIM has wrong.
     *
     * @param type as RFC 7644 names it in section 3.12
     */
    record ScimFault(String type, String detail) implements Refusal {}

    /** Something that the request needs is away; trying again later may help. */
    record Unavailable(String detail) implements Refusal {}
}
