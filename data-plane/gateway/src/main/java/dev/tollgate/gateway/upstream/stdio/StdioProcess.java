package dev.tollgate.gateway.upstream.stdio;

import dev.tollgate.gateway.upstream.UpstreamReply;
import dev.tollgate.gateway.upstream.pipe.Pipe;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * One running process and its three pipes, each with a thread of its own: a process that does not read, or does not
 * write, holds up nobody else. Each message is one line.
 */
final class StdioProcess implements Pipe {
    private static final Logger LOG = Logger.getLogger(StdioProcess.class);
    private static final int WRITES_MAX = 1_024;
    private static final long EXIT_GRACE_MILLIS = 2_000;

    private final String name;
    private final Process process;
    private final Pipe.Listener listener;
    private final int messageBytesMax;
    private final BlockingQueue<byte[]> writes = new LinkedBlockingQueue<>(WRITES_MAX);
    private final AtomicBoolean ended = new AtomicBoolean();

    private StdioProcess(String name, Process process, Pipe.Listener listener, int messageBytesMax) {
        this.name = name;
        this.process = process;
        this.listener = listener;
        this.messageBytesMax = messageBytesMax;
    }

    /**
     * @throws IOException if there is no such program or the host can start no more
     */
    static StdioProcess start(
            Spawner spawner, String name, List<String> argv, Pipe.Listener listener, int messageBytesMax)
            throws IOException {
        StdioProcess started = new StdioProcess(name, spawner.start(argv), listener, messageBytesMax);
        started.thread("out", started::read);
        started.thread("in", started::write);
        started.thread("err", started::drainErrors);
        return started;
    }

    private void thread(String pipe, Runnable work) {
        Thread.ofPlatform().name("stdio-" + name + "-" + pipe).daemon().start(work);
    }

    @Override
    public boolean send(long id, byte[] message, Map<String, String> headers) {
        oneLine(message);
        return !ended.get() && writes.offer(message);
    }

    /** Line feeds stand in JSON between tokens only, where a space says the same; one would end the message early. */
    private static void oneLine(byte[] json) {
        for (int i = 0; i < json.length; i++) {
            if (json[i] == '\n' || json[i] == '\r') {
                json[i] = ' ';
            }
        }
    }

    private void read() {
        try (InputStream output = process.getInputStream()) {
            MessageLines lines = new MessageLines(output, messageBytesMax);
            byte[] line = lines.next();
            while (line != null) {
                if (line.length > 0) {
                    listener.message(line);
                }
                line = lines.next();
            }
            end("it exited");
        } catch (IOException e) {
            LOG.debug("stdio output ended", e);
            end("its output could not be read");
        }
    }

    private void write() {
        try (OutputStream input = process.getOutputStream()) {
            while (!ended.get()) {
                byte[] message = writes.poll(1, TimeUnit.SECONDS);
                if (message != null) {
                    input.write(message);
                    input.write('\n');
                    if (writes.isEmpty()) {
                        input.flush();
                    }
                }
            }
        } catch (IOException e) {
            LOG.debug("stdio input ended", e);
            end("it no longer reads");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a process writes to its standard error is untrusted text: it is taken off the pipe and not kept. */
    private void drainErrors() {
        try (InputStream errors = process.getErrorStream()) {
            errors.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.trace("stdio errors ended", e);
        }
    }

    /** Ends the process: its input is closed, and what is left of its group after a moment is killed. */
    @Override
    public void end(String why) {
        if (!ended.compareAndSet(false, true)) {
            return;
        }
        thread("reaper", this::reap);
        listener.ended(UpstreamReply.Stage.INITIALIZE, why);
    }

    private void reap() {
        List<ProcessHandle> children = process.descendants().toList();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            LOG.trace("stdio input was closed already", e);
        }
        try {
            if (!process.waitFor(EXIT_GRACE_MILLIS, TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
