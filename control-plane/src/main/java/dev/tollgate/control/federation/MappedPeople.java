package dev.tollgate.control.federation;

/** Whoever has people whom a mapping concerns; implemented where groups are told. */
public interface MappedPeople {
    /** The mapping, or the provider, is another from now on. */
    void mappingChanged();
}
