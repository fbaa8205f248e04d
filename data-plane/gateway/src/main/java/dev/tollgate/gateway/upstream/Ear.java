package dev.tollgate.gateway.upstream;

/** One that listens to an upstream. To be used on the context that it began on. */
public interface Ear {
    /** From now on something else is wanted. */
    void want(Wanted wanted);

    /** Nothing more is heard. */
    void close();
}
