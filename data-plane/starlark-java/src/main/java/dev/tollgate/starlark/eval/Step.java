package dev.tollgate.starlark.eval;

/** A statement, ready to run. */
abstract class Step {
    abstract Flow run(Frame frame);

    /** Where a run goes on after a statement. */
    enum Flow {
        NEXT,
        BREAK,
        CONTINUE,
        RETURN
    }
}
