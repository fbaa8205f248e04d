package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.code.ToolDesk;
import dev.tollgate.gateway.meter.PriceList;
import dev.tollgate.gateway.policy.MetaTool;
import dev.tollgate.gateway.policy.ShownTools;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Has tools looked up away from event loops. */
final class DeskWork implements AutoCloseable {
    static final int WAITING_MAX = 256;
    private static final int IDLE_SECONDS = 60;
    private static final Logger LOG = Logger.getLogger(DeskWork.class);

    private final ToolDesk desk = new ToolDesk();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING_MAX),
            Thread.ofPlatform().daemon().name("tool-desk-", 0).factory());

    DeskWork() {
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * @param then told once, on another thread
     * @return whether it is done; if not, too much waits already
     */
    boolean ask(MetaTool tool, byte[] arguments, ShownTools shown, PriceList prices, Consumer<ToolDesk.Outcome> then) {
        try {
            threads.execute(() -> then.accept(asked(tool, arguments, shown, prices)));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** A bug must not leave whoever asked without an answer. */
    private ToolDesk.Outcome asked(MetaTool tool, byte[] arguments, ShownTools shown, PriceList prices) {
        try {
            return desk.ask(tool, arguments, shown, prices);
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("a look-up of tools failed within Tollgate", e);
            return new ToolDesk.Outcome.Wrong("Tollgate failed to look this up; the operator can see why.");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
