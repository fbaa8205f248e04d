package dev.tollgate.gateway.ops;

import dev.tollgate.gateway.edge.Drain;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import sun.misc.Signal;

/**
 * SIGTERM is an order that is carried out, so the process ends with exit code 0 where the platform's own way ends with 143;
 * a second one cuts the waiting for calls short.
 */
@Singleton
class StopSignal {
    private final Drain drain;
    private final AtomicBoolean stopping = new AtomicBoolean();

    StopSignal(Drain drain) {
        this.drain = drain;
    }

    void listen(@Observes StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            Signal.handle(new Signal("TERM"), _ -> stop());
        }
    }

    private void stop() {
        if (stopping.compareAndSet(false, true)) {
            Quarkus.asyncExit(0);
        } else {
            drain.hurry();
        }
    }
}
