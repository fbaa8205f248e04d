package dev.tollgate.local.cli;

import dev.tollgate.local.stack.Progress;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Tells what is being waited for, and for how long: on a terminal in a last line that is redrawn, else in lines of their
 * own now and then.
 */
final class ProgressDisplay implements Progress, AutoCloseable {
    private static final Duration REDRAWN_EVERY = Duration.ofMillis(200);
    private static final Duration REPEATED_EVERY = Duration.ofSeconds(10);
    private static final String CLEAR_LINE = "\r\033[K";
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final boolean terminal;
    private final Map<String, Long> startedNanos = new LinkedHashMap<>();
    private final Thread clock;
    private String drawn = "";

    /** On standard error, so that standard output holds results alone. */
    static ProgressDisplay here() {
        var console = System.console();
        return new ProgressDisplay(System.err, console != null && console.isTerminal());
    }

    private ProgressDisplay(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.clock = Thread.ofVirtual().start(this::tick);
    }

    @Override
    public synchronized void begins(String part, String doing) {
        startedNanos.put(line(part, doing), System.nanoTime());
        redraw();
    }

    @Override
    public synchronized void ends(String part, String doing) {
        var since = startedNanos.remove(line(part, doing));
        var took = since == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - since);
        clear();
        if (took.toMillis() >= 20 || !doing.equals("fetching")) {
            out.printf("  %-22s %-10s %5.1f s%n", part, past(doing), took.toMillis() / 1000.0);
        }
        redraw();
    }

    private static String past(String doing) {
        return switch (doing) {
            case "fetching" -> "fetched";
            case "starting" -> "ready";
            case "stopping" -> "stopped";
            default -> "done";
        };
    }

    private static String line(String part, String doing) {
        return doing + " " + part;
    }

    private void tick() {
        try {
            while (true) {
                Thread.sleep(terminal ? REDRAWN_EVERY : REPEATED_EVERY);
                redrawAgain();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void redrawAgain() {
        if (terminal) {
            redraw();
        } else if (!startedNanos.isEmpty()) {
            out.println("  … " + waiting());
        }
    }

    private void redraw() {
        if (terminal) {
            var text = startedNanos.isEmpty() ? "" : "  … " + waiting();
            draw(text.length() <= WIDTH ? text : text.substring(0, WIDTH));
        }
    }

    private void draw(String text) {
        if (!text.equals(drawn)) {
            out.print(CLEAR_LINE + text);
            out.flush();
            drawn = text;
        }
    }

    private void clear() {
        if (terminal) {
            draw("");
        }
    }

    private String waiting() {
        var now = System.nanoTime();
        return startedNanos.entrySet().stream()
                .map(entry -> "%s %d s"
                        .formatted(
                                entry.getKey(),
                                Duration.ofNanos(now - entry.getValue()).toSeconds()))
                .collect(Collectors.joining(" · "));
    }

    @Override
    public synchronized void close() {
        clock.interrupt();
        clear();
        out.flush();
    }
}
