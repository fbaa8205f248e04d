package dev.tollgate.e2e.listener;

import java.net.URI;
import java.util.function.Supplier;

/**
 * One of the three processes that speak HTTP with whoever finds them.
 *
 * @param name of its process
 * @param post a path that takes a body
 * @param authorization of someone who is let in, to see what bodies get behind it; of nobody where there is only a sign-in
 */
record Listener(String name, URI address, String post, Supplier<String> authorization) {
    /** A request's head without its end, as somebody would send it whom this is for. */
    String head() {
        return start("127.0.0.1") + "Authorization: " + authorization.get()
                + "\r\nContent-Type: application/json\r\nAccept: application/json, text/event-stream\r\n";
    }

    String start(String host) {
        return "POST " + post + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n";
    }

    @Override
    public String toString() {
        return name;
    }
}
