package dev.tollgate.gateway.code;

import dev.tollgate.model.config.ScriptMaxima;
import dev.tollgate.starlark.Data;
import dev.tollgate.starlark.Environment;
import dev.tollgate.starlark.HostFailure;
import dev.tollgate.starlark.HostFunction;
import dev.tollgate.starlark.Outcome;
import dev.tollgate.starlark.Program;
import dev.tollgate.starlark.fault.CancelStop;
import dev.tollgate.starlark.meter.Limits;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One script on its way. It ends once, whatever it does. */
public final class ScriptRun {
    /** Calls of one script under way at once. */
    static final int CALLS_AT_ONCE_MAX = 8;
    /** One tool's answer. */
    static final long ANSWER_BYTES_MAX = 4 << 20;

    private final Script script;
    private final ToolCaller caller;
    private final Turns turns;
    private final MemoryPool.Share memory;
    private final Runnable full;
    private final OpenCalls calls;
    private final Journal journal;
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicLong waitedNanos = new AtomicLong();
    private final AtomicLong answeredBytes = new AtomicLong();
    private boolean starved;
    private Turns.@Nullable Turn turn;

    /**
     * @param full told that the script cannot be ended for a question any more
     */
    ScriptRun(Script script, ToolCaller caller, Turns turns, MemoryPool.Share memory, Duration time, Runnable full) {
        this.script = script;
        this.caller = caller;
        this.turns = turns;
        this.memory = memory;
        this.full = full;
        this.calls = new OpenCalls(time.toNanos());
        this.journal = new Journal(script.pauses());
    }

    /** Nobody waits for it any more: it ends soon, and the calls that it has under way are called off. From any thread. */
    public void cancel() {
        calls.cancel();
    }

    /** How many calls of tools it has made so far. */
    public int toolCalls() {
        return made.get();
    }

    ScriptEnd run(Function<String, Program> programs) {
        try (memory;
                Turns.Turn mine = turns.take()) {
            turn = mine;
            journal.begin();
            Program program = programs.apply(script.code());
            return end(program.run(environment(program), limits(), this::check, this::sideBySide));
        } catch (Throwable defect) {
            // An error of the machine too: whoever waits is answered.
            return defect("");
        }
    }

    private Limits limits() {
        ScriptMaxima most = script.limits();
        return new Limits(
                most.steps(),
                most.memoryBytes(),
                most.outputBytes(),
                most.outputBytes(),
                most.toolCalls(),
                Math.min(ANSWER_BYTES_MAX, most.memoryBytes()));
    }

    /** Of the servers that the script names, or of all where it names something else, so that it can be told what there is. */
    private Environment environment(Program program) {
        Environment.Builder builder = Environment.builder();
        var namespaces = script.tools().namespaces();
        boolean known = namespaces.keySet().containsAll(program.externals());
        for (String name : known ? program.externals() : List.copyOf(namespaces.keySet())) {
            ScriptTools.Namespace namespace = namespaces.get(name);
            if (namespace != null) {
                builder.namespace(name, functions(namespace, program));
            }
        }
        return builder.build();
    }

    /** Those that the script can use, if it is known and all of them are there, or else all of the server's, which may be hundreds. */
    private Map<String, HostFunction> functions(ScriptTools.Namespace namespace, Program program) {
        Set<String> used = program.fields(namespace.name())
                .filter(namespace.tools().keySet()::containsAll)
                .orElse(namespace.tools().keySet());
        Map<String, HostFunction> functions = HashMap.newHashMap(used.size());
        for (String function : used) {
            ScriptTool tool = Objects.requireNonNull(namespace.tools().get(function));
            functions.put(function, given -> call(tool, given));
        }
        return functions;
    }

    private void check(long memoryBytes) {
        if (calls.areCancelled() || journal.hasStrayed()) {
            throw new CancelStop(false);
        }
        // Before the question: a call that was not waited for is not in the journal.
        if (calls.leftNanos() <= 0) {
            throw new CancelStop(true);
        }
        if (journal.pause() != null) {
            throw new CancelStop(false);
        }
        // What tools answered is the script's too, besides the values that were made of it.
        if (!memory.holds(memoryBytes + answeredBytes.get() + journal.heldBytes())) {
            starved = true;
            throw new CancelStop(false);
        }
        if (turn != null) {
            turn.passOn();
        }
    }

    /** On the script's thread, or on one of those that {@link #sideBySide} has. */
    private HostFunction.Answer call(ScriptTool tool, HostFunction.Arguments given) throws HostFailure {
        byte[] arguments = tool.arguments(given);
        Journal.Call call = new Journal.Call(given.number(), tool, arguments);
        return switch (answer(call, tool, arguments)) {
            case ToolCaller.Answer.Refused refused -> {
                journal.note(call, refused);
                throw new HostFailure(refused.words());
            }
            case ToolCaller.Answer.Result result -> {
                String tooMuch = tooMuch(result.result());
                if (tooMuch != null) {
                    journal.note(call, new ToolCaller.Answer.Refused(tooMuch));
                    throw new HostFailure(tooMuch);
                }
                journal.note(call, result);
                yield intake -> ScriptValues.of(result.result(), intake);
            }
            case ToolCaller.Answer.Asks asks -> {
                journal.ask(call, asks.params());
                if (turn != null) {
                    journal.settle(full);
                }
                // The script sees it only where it cannot be ended.
                throw new HostFailure(journal.impossible());
            }
        };
    }

    /** Why a result is not taken; null if it is. */
    private @Nullable String tooMuch(byte[] result) {
        if (result.length > ANSWER_BYTES_MAX) {
            return "answered with more than " + ANSWER_BYTES_MAX + " bytes";
        }
        return answeredBytes.addAndGet(result.length) > script.limits().memoryBytes()
                ? "answered, and all answers together have more bytes than the script may use"
                : null;
    }

    private ToolCaller.Answer answer(Journal.Call call, ScriptTool tool, byte[] arguments) throws HostFailure {
        ToolCaller.Answer known = journal.given(call);
        if (known == null && (calls.areCancelled() || calls.leftNanos() <= 0 || journal.hasStrayed())) {
            throw new HostFailure("was not called: the script is over");
        }
        made.incrementAndGet();
        return known != null
                ? known
                : waitWithoutTurn(caller.call(tool, call.number(), journal.wasAsked(call), arguments));
    }

    private ToolCaller.Answer waitWithoutTurn(CompletableFuture<ToolCaller.Answer> call) throws HostFailure {
        Turns.Turn mine = turn;
        if (mine == null || call.isDone()) {
            return calls.await(call);
        }
        long began = System.nanoTime();
        mine.giveBack();
        try {
            return calls.await(call);
        } finally {
            waitedNanos.addAndGet(System.nanoTime() - began);
            mine.takeAgain();
        }
    }

    /** Its turn is another's meanwhile. */
    private void sideBySide(List<Runnable> outside) {
        Turns.Turn mine = turn;
        if (mine == null) {
            return;
        }
        long began = System.nanoTime();
        turn = null;
        mine.giveBack();
        Semaphore places = new Semaphore(CALLS_AT_ONCE_MAX);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Runnable each : outside) {
                places.acquireUninterruptibly();
                threads.execute(() -> {
                    try {
                        each.run();
                    } finally {
                        places.release();
                    }
                });
            }
        } finally {
            waitedNanos.addAndGet(System.nanoTime() - began);
            mine.takeAgain();
            turn = mine;
        }
        journal.settle(full);
    }

    private ScriptEnd end(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed done -> completed(done);
            case Outcome.Failed failed ->
                end(ScriptEnd.Kind.FAILED, failed.problem().text(), failed.output(), null);
            case Outcome.LimitReached reached ->
                end(ScriptEnd.Kind.LIMIT, reached.problem().text(), reached.output(), null);
            case Outcome.Cancelled over -> cancelled(over);
            case Outcome.Defect defect -> defect(defect.output());
        };
    }

    private ScriptEnd defect(String output) {
        return end(ScriptEnd.Kind.DEFECT, "The script could not be run; the operator can see why.", output, null);
    }

    private ScriptEnd cancelled(Outcome.Cancelled over) {
        if (over.deadline()) {
            return end(
                    ScriptEnd.Kind.TIME,
                    over.problem().text() + "\n  " + script.limits().seconds() + " s are all that a script has",
                    over.output(),
                    null);
        }
        if (calls.areCancelled()) {
            return end(ScriptEnd.Kind.CANCELLED, over.problem().text(), over.output(), null);
        }
        if (journal.hasStrayed()) {
            return end(
                    ScriptEnd.Kind.FAILED,
                    "The script's calls are others than they were when somebody was asked, as what it may call has changed"
                            + " since. Begin anew, without requestState.",
                    over.output(),
                    null);
        }
        return starved
                ? end(
                        ScriptEnd.Kind.BUSY,
                        "Scripts use all the memory that the gateway has for them. Try again, or use less at once.",
                        over.output(),
                        null)
                : end(ScriptEnd.Kind.ASKED, "", over.output(), null);
    }

    private ScriptEnd completed(Outcome.Completed done) {
        Object value = Data.toJava(done.value());
        try {
            return end(ScriptEnd.Kind.DONE, "", done.output(), value == null ? null : JsonData.text(value));
        } catch (IllegalArgumentException e) {
            return end(ScriptEnd.Kind.FAILED, "The result cannot be written: " + e.getMessage(), done.output(), null);
        }
    }

    private ScriptEnd end(ScriptEnd.Kind kind, String words, String output, @Nullable String result) {
        return new ScriptEnd(
                kind,
                words,
                output,
                result,
                made.get(),
                waitedNanos.get(),
                kind == ScriptEnd.Kind.ASKED ? journal.pause() : null);
    }
}
