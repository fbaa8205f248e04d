package dev.tollgate.control.seal;

import dev.tollgate.model.seal.SealKeyFile;
import java.nio.file.Path;

/** The control plane's seal, with the key of a stack. */
public final class StackSeal {
    private StackSeal() {}

    public static MasterSeal of(Path keysFile) {
        return new MasterSeal(new LocalKeys(SealKeyFile.keys(keysFile)));
    }
}
