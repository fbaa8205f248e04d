package dev.tollgate.e2e.stack;

import dev.tollgate.e2e.recorder.NothingInbound;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A suite on the running system, which its constructor takes as a {@link Tollgate}. Another suite may run beside it, with
 * tenants of its own, unless it is {@link org.junit.jupiter.api.parallel.Isolated}: which is for those that end, start or
 * forge what others need.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("e2e")
@ExtendWith({WithTollgate.class, NothingInbound.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public @interface EndToEnd {
    /**
     * The order of suites that kill a gateway or the control plane. For most of a minute, until Kafka gives the killed one up,
     * nobody looks at new servers in its place: suites that begin with servers come before, and such as need none among them.
     */
    int LAST = Integer.MAX_VALUE;
}
