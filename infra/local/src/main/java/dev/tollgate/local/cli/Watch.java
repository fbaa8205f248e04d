package dev.tollgate.local.cli;

import dev.tollgate.local.stack.LocalStack;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashSet;

/** Looks after a running stack: tells of each part that ended by itself, once. */
final class Watch {
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    private final LocalStack stack;
    private final PrintStream out;

    Watch(LocalStack stack, PrintStream out) {
        this.stack = stack;
        this.out = out;
    }

    void untilInterrupted() throws InterruptedException {
        var told = new HashSet<String>();
        while (true) {
            Thread.sleep(LOOKS_EVERY);
            for (var name : stack.names()) {
                if (stack.isRunning() && stack.pid(name).isEmpty() && told.add(name)) {
                    out.println("  " + name + " has ended; ./tollgate logs " + name + " says why");
                }
            }
        }
    }
}
