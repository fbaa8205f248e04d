package dev.tollgate.control.publish;

/** Resources that are published in another shape than an earlier release did; implemented where their rows are. */
public interface Renewable {
    /** Publishes all of the tenant's. */
    void publishAll(Change change);
}
