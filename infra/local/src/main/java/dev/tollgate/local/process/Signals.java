package dev.tollgate.local.process;

import java.io.IOException;

/** Signals to a whole process group, which the JDK cannot send. */
final class Signals {
    private Signals() {}

    /** Sends to every process of the group; one that is gone already is no failure. */
    static void send(String signal, long group) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -s \"$1\" -- \"-$2\" 2>/dev/null", "sh", signal, Long.toString(group))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
