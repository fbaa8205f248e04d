package dev.tollgate.gateway.code;

import dev.tollgate.starlark.HostFailure;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One script's calls that are under way, and the time that it has for them. Safe from any thread. */
final class OpenCalls {
    private final long timeNanos;
    private final long beganNanos = System.nanoTime();
    private final Set<CompletableFuture<?>> calls = ConcurrentHashMap.newKeySet();
    private volatile boolean cancelled;

    OpenCalls(long timeNanos) {
        this.timeNanos = timeNanos;
    }

    void cancel() {
        cancelled = true;
        calls.forEach(call -> call.cancel(false));
    }

    boolean areCancelled() {
        return cancelled;
    }

    long leftNanos() {
        return timeNanos - (System.nanoTime() - beganNanos);
    }

    /** Waits for a call as long as the script has time. */
    ToolCaller.Answer await(CompletableFuture<ToolCaller.Answer> call) throws HostFailure {
        if (call.isDone() && !call.isCompletedExceptionally()) {
            return call.resultNow();
        }
        calls.add(call);
        if (cancelled) {
            call.cancel(false);
        }
        try {
            return call.get(Math.max(0, leftNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            call.cancel(false);
            throw new HostFailure("did not answer in the script's time");
        } catch (CancellationException e) {
            throw new HostFailure("was called off");
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            throw new HostFailure("was called off");
        } catch (ExecutionException e) {
            return new ToolCaller.Answer.Refused("failed");
        } finally {
            calls.remove(call);
        }
    }
}
