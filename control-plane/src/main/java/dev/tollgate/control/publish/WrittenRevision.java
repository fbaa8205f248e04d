package dev.tollgate.control.publish;

import jakarta.enterprise.context.RequestScoped;
import java.util.OptionalLong;

/** The tenant's revision after what this request wrote. */
@RequestScoped
public class WrittenRevision {
    private OptionalLong revision = OptionalLong.empty();

    /** Empty if the request has written nothing. */
    public OptionalLong find() {
        return revision;
    }

    void note(long written) {
        revision = OptionalLong.of(written);
    }
}
