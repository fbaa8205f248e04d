package dev.tollgate.control.catalog;

import dev.tollgate.model.api.Tool.State;

/** What an admin decides on a tool. */
enum Decision {
    APPROVE,
    REJECT,
    RETIRE;

    ToolPin on(ToolPin pin) {
        return switch (this) {
            case APPROVE -> pin.approve();
            case REJECT -> pin.reject();
            case RETIRE -> pin.retire();
        };
    }

    /** Whether it was made before, on the definition with this hash. */
    boolean stands(ToolPin pin, String hash) {
        return switch (this) {
            case APPROVE -> pin.state() == State.APPROVED && pin.known().hash().equals(hash);
            case REJECT -> pin.isRejected(hash);
            case RETIRE -> pin.isRetiredByAdmin() && pin.offered().hash().equals(hash);
        };
    }
}
