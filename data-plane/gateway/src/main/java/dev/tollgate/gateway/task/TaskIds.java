package dev.tollgate.gateway.task;

import dev.tollgate.model.config.VirtualKeyConfig;
import dev.tollgate.model.seal.Seal;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The ids of tasks as agents know them: sealed, and bound to the key whose call made the task. Any gateway of the region
 * opens them, and nobody else learns from them where the task is or what its server calls it. Safe from any thread.
 */
public final class TaskIds {
    private final Seal seal;

    public TaskIds(Seal seal) {
        this.seal = seal;
    }

    /** Visible ASCII. */
    public String seal(TaskHandle handle, VirtualKeyConfig key) {
        return seal.seal(handle.encode(), bound(key));
    }

    /** The task of an id; null if it was not given to this key, or was changed since. */
    public @Nullable TaskHandle open(String id, VirtualKeyConfig key) {
        byte[] bytes = seal.open(id, bound(key));
        try {
            return bytes == null ? null : TaskHandle.decode(bytes);
        } catch (IOException e) {
            // Sealed by a gateway of another version: as unknown as one that its server has forgotten.
            return null;
        }
    }

    private static String bound(VirtualKeyConfig key) {
        return "task\n" + key.tenant() + "\n" + key.environment() + "\n" + key.id();
    }
}
