package dev.tollgate.model.condition;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;

/**
 * What one evaluation has cost: one for each expression that was evaluated, and one for each 16 characters of text that
 * it yielded, since text is what a function can be slow on.
 */
final class Cost implements CelEvaluationListener {
    static final int MAX = 10_000;
    private static final int CHARS_A_UNIT = 16;

    private int spent;

    /** Ends an evaluation that costs too much. */
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Exceeded() {
            super("a condition costs at most " + MAX, null, false, false);
        }
    }

    /** Whether it went beyond; what ends the evaluation then reaches its caller in another exception's clothes. */
    boolean isExceeded() {
        return spent > MAX;
    }

    @Override
    public void callback(CelExpr expression, Object value) {
        spent += 1 + (value instanceof CharSequence text ? text.length() / CHARS_A_UNIT : 0);
        if (spent > MAX) {
            throw new Exceeded();
        }
    }
}
