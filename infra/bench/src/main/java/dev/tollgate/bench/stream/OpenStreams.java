package dev.tollgate.bench.stream;

import dev.tollgate.bench.load.Target;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls that are under way at once and go on until {@link #close()}, each over a connection of its own. */
public final class OpenStreams implements AutoCloseable {
    private static final long LOOK_MILLIS = 50;
    private static final String CALL = """
            {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"%1$s","arguments":{"marker":"%2$s"},\
            "_meta":{"progressToken":"%2$s"}}}""";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<ProgressStream> streams = new ArrayList<>();

    private OpenStreams() {}

    /**
     * Opens so many, over the targets in turns, and waits until each has heard of its own progress twice.
     *
     * @param targets in the legacy era, with the stub's endless tool
     * @throws IOException if one ends, or they have not heard within the time
     */
    public static OpenStreams open(List<Target> targets, int count, Duration most)
            throws IOException, InterruptedException {
        OpenStreams opened = new OpenStreams();
        try {
            for (int i = 0; i < count; i++) {
                opened.open(targets.get(i % targets.size()), "s" + (1_000_000 + i));
            }
            opened.awaitHeard(2, most);
            return opened;
        } catch (IOException | InterruptedException e) {
            opened.close();
            throw e;
        }
    }

    private void open(Target target, String name) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + target.address().getPort() + target.path()))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(CALL.formatted(target.tool(), name)));
        target.headers().forEach(request::header);
        ProgressStream stream = new ProgressStream(name);
        streams.add(stream);
        client.sendAsync(request.build(), HttpResponse.BodyHandlers.fromLineSubscriber(stream))
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        stream.onError(failure);
                    }
                });
    }

    private void awaitHeard(int events, Duration most) throws IOException, InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!streams.stream().allMatch(stream -> stream.own() >= events)) {
            long over = streams.stream().filter(ProgressStream::isOver).count();
            long heard =
                    streams.stream().filter(stream -> stream.own() >= events).count();
            if (over > 0 || System.nanoTime() > end) {
                throw new IOException("of " + streams.size() + " streams " + heard + " heard of their progress, and "
                        + over + " ended");
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    public Heard heard() {
        return new Heard(
                streams.stream().map(ProgressStream::own).toList(),
                streams.stream().mapToLong(ProgressStream::foreign).sum(),
                (int) streams.stream().filter(ProgressStream::isOver).count());
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
