package dev.tollgate.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Debian's nginx as a plain keep-alive reverse proxy with one worker: the yardstick. It adds no header, key or check. */
public final class NginxProxy implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofSeconds(10);
    private static final Duration INSTALL_MAX = Duration.ofMinutes(3);
    private static final String CONFIGURATION = """
            worker_processes 1;
            daemon off;
            pid %1$s/nginx.pid;
            error_log %1$s/nginx-error.log error;
            events { worker_connections 4096; }
            http {
              access_log off;
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              keepalive_requests 100000000;
              upstream stub {
                server 127.0.0.1:%2$d;
                keepalive 256;
                keepalive_requests 100000000;
              }
              server {
                listen 127.0.0.1:%3$d;
                location / {
                  proxy_pass http://stub;
                  proxy_http_version 1.1;
                  proxy_set_header Connection "";
                }
              }
            }
            """;

    private final Child child;
    private final int port;

    private NginxProxy(Child child, int port) {
        this.child = child;
        this.port = port;
    }

    /**
     * Starts nginx before an upstream on loopback, and installs it first where it is missing and that is allowed.
     *
     * @param folder for its configuration, temporary files and log
     * @throws IOException if it is missing and cannot be installed, or does not start
     */
    public static NginxProxy before(int upstreamPort, Path folder) throws IOException, InterruptedException {
        String program = program();
        Files.createDirectories(folder);
        int port = Ports.free();
        Path file = folder.resolve("nginx.conf");
        Files.writeString(file, CONFIGURATION.formatted(folder, upstreamPort, port));
        Child child = Child.start(
                "nginx", List.of(program, "-e", folder + "/nginx-error.log", "-c", file.toString()), Map.of(), folder);
        try {
            Ports.awaitOpen(port, child, START_MAX);
        } catch (IOException e) {
            child.close();
            throw e;
        }
        return new NginxProxy(child, port);
    }

    public int port() {
        return port;
    }

    public Usage usage() {
        return child.usage();
    }

    @Override
    public void close() {
        child.close();
    }

    private static String program() throws IOException, InterruptedException {
        Optional<String> found = find();
        if (found.isEmpty() && "root".equals(System.getProperty("user.name"))) {
            install();
            found = find();
        }
        return found.orElseThrow(
                () -> new IOException("nginx is missing: install it with `apt-get install nginx-light`"));
    }

    private static Optional<String> find() {
        return List.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx").stream()
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst();
    }

    private static void install() throws IOException, InterruptedException {
        Process apt = new ProcessBuilder("apt-get", "install", "-y", "-q", "nginx-light")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!apt.waitFor(INSTALL_MAX)) {
            apt.destroyForcibly();
        }
    }
}
