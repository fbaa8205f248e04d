package dev.tollgate.local.part;

import java.io.IOException;
import java.nio.file.Path;

/** The key that the control plane seals tenants' secrets with: made at the first start and kept in the stack's folder. */
public final class MasterKey {
    private MasterKey() {}

    public static Path of(DataFolder data) throws IOException {
        return SealKeyText.in(data.root().resolve("master.keys"), "local");
    }
}
