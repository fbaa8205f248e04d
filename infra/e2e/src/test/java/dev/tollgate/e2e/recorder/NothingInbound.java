package dev.tollgate.e2e.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test in whose time something that agents present to Tollgate reached an upstream. */
public final class NothingInbound implements AfterEachCallback, AfterAllCallback {
    @Override
    public void afterEach(ExtensionContext context) {
        check();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        check();
    }

    private static void check() {
        assertThat(Recorder.takeFound())
                .as("credentials of agents that reached an upstream")
                .isEmpty();
    }
}
