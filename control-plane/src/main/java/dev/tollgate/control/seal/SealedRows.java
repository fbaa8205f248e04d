package dev.tollgate.control.seal;

/** Sealed secrets of a kind, in the database. */
public interface SealedRows {
    /**
     * Seals with the keys that seal now what older ones have sealed, of all tenants; two replicas at once do the same thing
     * twice.
     *
     * @return how many it was
     */
    int sealAgain();
}
