package dev.tollgate.control.web;

import dev.tollgate.model.api.Problem.FieldError;
import java.util.List;

/** Carries a {@link Refusal} out of a transaction, which it rolls back, to the mapper that answers it. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public Refused(Refusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    public static Refused notFound() {
        return new Refused(new Refusal.NotFound());
    }

    public static Refused invalid(String field, String message) {
        return new Refused(new Refusal.Invalid(List.of(new FieldError(field, message))));
    }

    public Refusal refusal() {
        return refusal;
    }
}
