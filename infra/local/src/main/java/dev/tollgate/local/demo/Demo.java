package dev.tollgate.local.demo;

import dev.tollgate.model.id.Region;

/**
 * What a person needs to begin with the demo's tenant.
 *
 * @param key the whole key of its agent
 * @param region where it is at home
 */
public record Demo(String key, Region region) {
    /** Without the key, which is a secret. */
    @Override
    public String toString() {
        return "Demo[region=" + region + "]";
    }
}
