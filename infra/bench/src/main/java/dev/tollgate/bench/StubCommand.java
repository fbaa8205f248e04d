package dev.tollgate.bench;

import dev.tollgate.bench.stub.StubServer;
import dev.tollgate.bench.wire.Era;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the stub until the process is ended. */
@Command(
        mixinStandardHelpOptions = true,
        name = "stub",
        description = "Serves the upstream stub on loopback until ended.")
final class StubCommand implements Callable<Integer> {
    @Option(names = "--port", defaultValue = "18290", description = "Port on 127.0.0.1 (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--answer-bytes", defaultValue = "1024", description = "Body of an answer (${DEFAULT-VALUE}).")
    private int answerBytes;

    @Option(names = "--tools", defaultValue = "50", description = "Tools listed (${DEFAULT-VALUE}).")
    private int tools;

    @Option(names = "--era", defaultValue = "LEGACY", description = "Era of the protocol (${DEFAULT-VALUE}).")
    private Era era = Era.LEGACY;

    @Override
    public Integer call() throws Exception {
        try (StubServer server = new StubServer(port, answerBytes, tools, era)) {
            server.serve();
        }
        return 0;
    }
}
