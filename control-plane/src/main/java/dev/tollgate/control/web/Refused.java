package dev.tollgate.control.web;

import dev.tollgate.model.api.Problem.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries a {@link Refusal} out of a transaction, which it rolls back, to the mapper that answers it. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        this(refusal, null);
    }

    /**
     * @param cause what told us, if something did
     */
    public Refused(Refusal refusal, @Nullable Throwable cause) {
        super(refusal.toString(), cause, false, false);
        this.refusal = refusal;
    }

    public static Refused notFound() {
        return new Refused(new Refusal.NotFound());
    }

    public static Refused invalid(String field, String message) {
        return new Refused(new Refusal.Invalid(List.of(new FieldError(field, message))));
    }

    public static Refused invalid(String field, String message, Throwable cause) {
        return new Refused(new Refusal.Invalid(List.of(new FieldError(field, message))), cause);
    }

    public Refusal refusal() {
        return refusal;
    }
}
