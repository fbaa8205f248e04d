package dev.tollgate.control.publish;

/** What is published in another shape for each set of regions that has the tenant. */
public interface RegionBound {
    /** The regions are others from this change on. */
    void regionsChanged(Change change);
}
