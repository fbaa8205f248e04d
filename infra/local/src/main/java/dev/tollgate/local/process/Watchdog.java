package dev.tollgate.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Ends the children when this process dies, however it dies.
 *
 * <p>A shell that holds the read end of a pipe is told of each child. The kernel closes the pipe with us, even on
 * SIGKILL; the shell then asks every child's process group to end, and kills what is left after a grace.
 */
public final class Watchdog implements AutoCloseable {
    private static final String SCRIPT = """
            children=
            while read -r verb group signal; do
              case $verb in
                add) children="$children $group:$signal" ;;
                drop)
                  kept=
                  for child in $children; do [ "${child%%:*}" = "$group" ] || kept="$kept $child"; done
                  children=$kept ;;
              esac
            done
            for child in $children; do kill -s "${child##*:}" -- "-${child%%:*}"; done 2>/dev/null
            for _ in 1 2 3 4 5 6 7 8 9 10; do
              alive=
              for child in $children; do kill -s 0 -- "-${child%%:*}" && alive=1; done 2>/dev/null
              [ -n "$alive" ] || exit 0
              sleep 1
            done
            for child in $children; do kill -s KILL -- "-${child%%:*}"; done 2>/dev/null
            """;

    private final Writer toShell;

    private Watchdog(Writer toShell) {
        this.toShell = toShell;
    }

    /** In a session of its own, so that a Ctrl-C at the terminal does not end it before us. */
    public static Watchdog start() throws IOException {
        var shell = new ProcessBuilder("setsid", "sh", "-c", SCRIPT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new Watchdog(shell.outputWriter());
    }

    void add(long group, StopBy stopBy) {
        say("add " + group + " " + stopBy.signal());
    }

    void drop(long group) {
        say("drop " + group + " -");
    }

    private synchronized void say(String line) {
        try {
            toShell.write(line + "\n");
            toShell.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the watchdog is gone", e);
        }
    }

    /** Lets go; children that were not dropped end now. */
    @Override
    public synchronized void close() throws IOException {
        toShell.close();
    }
}
