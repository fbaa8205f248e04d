package dev.tollgate.local.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.local.fetch.Cache;
import dev.tollgate.local.fetch.Distributions;
import dev.tollgate.local.part.DataFolder;
import dev.tollgate.local.part.Http;
import dev.tollgate.local.port.Ports;
import dev.tollgate.local.process.RunningProcess;
import dev.tollgate.local.process.Watchdog;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Instant;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EverythingTest {
    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",
             "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    @TempDir
    Path folder;

    @Test
    void speaksMcpOnLoopbackAlone() throws Exception {
        var data = new DataFolder(folder);
        var port = Ports.free(1).of(Everything.NAME);
        var everything = new Everything(new Distributions(Cache.ofThisUser()), data, port);
        everything.prepare();

        try (var watchdog = Watchdog.start()) {
            var running = RunningProcess.start(everything.process(), watchdog);
            var deadline = Instant.now().plusSeconds(30);
            while (!everything.isReady()) {
                assertThat(Instant.now()).isBefore(deadline);
                assertThat(running.isAlive()).isTrue();
                Thread.sleep(50);
            }

            var answer = Http.send(HttpRequest.newBuilder(URI.create(everything.url()))
                    .header("Content-Type", "application/json")
                    .header("Accept", "application/json, text/event-stream")
                    .POST(HttpRequest.BodyPublishers.ofString(INITIALIZE)));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("serverInfo").contains("everything");
            assertThat(environment(running.pid()))
                    .startsWith("PATH=")
                    .contains("PORT=" + port)
                    .doesNotContain("HOME=");
            for (var address : otherAddresses()) {
                Assertions.assertThatThrownBy(() -> connect(address, port)).isInstanceOf(ConnectException.class);
            }
            running.stop();
        }
    }

    /** Another one of the loopback range stands for the machine's outer addresses, which it may not have. */
    private static java.util.List<InetAddress> otherAddresses() throws Exception {
        var addresses = new java.util.ArrayList<>(NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList());
        addresses.add(InetAddress.ofLiteral("127.0.0.2"));
        return addresses;
    }

    private static String environment(long pid) throws Exception {
        return java.nio.file.Files.readString(Path.of("/proc/" + pid + "/environ"));
    }

    private static void connect(InetAddress address, int port) throws Exception {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 2000);
        }
    }
}
