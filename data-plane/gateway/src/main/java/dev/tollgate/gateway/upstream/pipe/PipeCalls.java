package dev.tollgate.gateway.upstream.pipe;

import dev.tollgate.gateway.json.RpcMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls to one server: those that wait for its pipe, and those that went through it. Safe from any thread. */
final class PipeCalls {
    private final List<PipeCall> waiting = new ArrayList<>();
    private final Map<Long, PipeCall> running = new HashMap<>();

    /**
     * The calls that the upstream may be working on.
     *
     * @param only the one if there is but one
     */
    record UnderWay(int count, @Nullable PipeCall only) {}

    /** All at the end of a pipe: what was sent may have been carried out. */
    record Lost(List<PipeCall> sent, List<PipeCall> unsent) {}

    synchronized int count() {
        return waiting.size() + running.size();
    }

    synchronized void await(PipeCall call) {
        waiting.add(call);
    }

    synchronized void run(PipeCall call) {
        running.put(call.id(), call);
    }

    synchronized @Nullable PipeCall remove(long id) {
        return running.remove(id);
    }

    synchronized @Nullable PipeCall find(long id) {
        return running.get(id);
    }

    /** Whether it had gone through the pipe. */
    synchronized boolean forget(PipeCall call) {
        waiting.remove(call);
        return running.remove(call.id()) != null;
    }

    synchronized UnderWay underWay() {
        return new UnderWay(
                running.size(),
                running.size() == 1 ? running.values().iterator().next() : null);
    }

    void withdraw(RpcMessage cancelled) {
        List<PipeCall> all;
        synchronized (this) {
            all = List.copyOf(running.values());
        }
        all.forEach(call -> call.withdraw(cancelled));
    }

    /** Those that waited; they do no longer. */
    synchronized List<PipeCall> begin() {
        List<PipeCall> begun = List.copyOf(waiting);
        waiting.clear();
        return begun;
    }

    synchronized Lost lose() {
        Lost lost = new Lost(List.copyOf(running.values()), List.copyOf(waiting));
        running.clear();
        waiting.clear();
        return lost;
    }
}
