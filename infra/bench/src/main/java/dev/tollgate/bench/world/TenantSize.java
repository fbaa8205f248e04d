package dev.tollgate.bench.world;

/** How much configuration a made-up tenant has. */
public record TenantSize(int keys, int tools) {
    public static final int KEYS_MAX = 10_000;
    public static final int TOOLS_MAX = 5_000;

    public TenantSize {
        if (keys < 1 || keys > KEYS_MAX || tools < 1 || tools > TOOLS_MAX) {
            throw new IllegalArgumentException(
                    "a tenant has 1 to " + KEYS_MAX + " keys and 1 to " + TOOLS_MAX + " tools: " + keys + ", " + tools);
        }
    }
}
