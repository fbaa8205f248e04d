package dev.tollgate.e2e.inbound;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Where a client on the person's own machine waits for their browser to come back. */
public final class Callback implements AutoCloseable {
    private static final int SECONDS_MAX = 30;

    private final HttpServer http;
    private final BlockingQueue<String> queries = new LinkedBlockingQueue<>();

    public Callback() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/callback", exchange -> {
            queries.add(exchange.getRequestURI().getRawQuery());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        http.start();
    }

    public String uri() {
        return "http://127.0.0.1:" + http.getAddress().getPort() + "/callback";
    }

    /** The query with which the browser came back. */
    public String query() throws InterruptedException {
        var query = queries.poll(SECONDS_MAX, TimeUnit.SECONDS);
        if (query == null) {
            throw new AssertionError("nobody came back to the client");
        }
        return query;
    }

    /** One parameter of it. */
    public static String parameter(String query, String name) {
        for (var each : query.split("&", -1)) {
            if (each.startsWith(name + "=")) {
                return URLDecoder.decode(each.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no " + name + " in " + query);
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
