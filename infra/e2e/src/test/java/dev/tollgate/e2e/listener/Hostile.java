package dev.tollgate.e2e.listener;

import java.util.List;
import java.util.function.Function;

/**
 * Something that no one of good will sends.
 *
 * @param answer a pattern of the status that it gets; the connection may also just end where that is {@link #ENDS}
 */
record Hostile(String name, Function<Listener, String> said, String answer) {
    /** A refusal, or nothing more. */
    static final String ENDS = "4..|";

    private static final String MEBIBYTE = "100000\r\n" + " ".repeat(0x100000) + "\r\n";
    /** The console sends whoever is not signed in to the sign-in before it looks at what they bring. */
    private static final String TOO_LARGE = "413|302";

    static List<Hostile> all() {
        return List.of(
                of("a header too large", to -> to.head() + "X: " + "y".repeat(40_000) + "\r\n\r\n", "431"),
                of("too many headers", to -> to.head() + "X: y\r\n".repeat(10_000) + "\r\n", "431"),
                of("a target too long", to -> to.head().replace(" HTTP", "?" + "y".repeat(9_000) + " HTTP"), "414"),
                of("a body too long", to -> to.head() + "Content-Length: 99999999\r\n\r\n", TOO_LARGE),
                of("an endless length", to -> to.head() + "Content-Length: " + "9".repeat(40) + "\r\n\r\n", "4.."),
                of("a negative length", to -> to.head() + "Content-Length: -5\r\n\r\n", "400"),
                of("chunks without end", to -> to.head() + chunked() + MEBIBYTE.repeat(6), TOO_LARGE + "|408|"),
                of("a chunk without a size", to -> to.head() + chunked() + "zz\r\n", ENDS + "|302"),
                of(
                        "a length and chunks",
                        to -> to.head() + "Content-Length: 3\r\n" + chunked() + "0\r\n\r\n",
                        "4..|302"),
                of("two lengths", to -> to.head() + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd", "400"),
                of("an unknown name", to -> to.start("evil.example") + "\r\n", "421"),
                of("a name that begins as ours", to -> to.start("127.0.0.1.evil.example") + "\r\n", "421"),
                of(
                        "a name with our port",
                        to -> to.start("evil.example:" + to.address().getPort()) + "\r\n",
                        "421"),
                of("no name", to -> to.start("x").replace("Host: x\r\n", "") + "\r\n", "400"),
                of("two names", to -> to.start("127.0.0.1") + "Host: evil.example\r\n\r\n", "400"),
                of("one name twice", to -> to.start("127.0.0.1") + "Host: 127.0.0.1\r\n\r\n", "400"),
                of(
                        "another page",
                        to -> to.head() + "Origin: https://evil.example\r\nContent-Length: 2\r\n\r\n{}",
                        "403"),
                of("a page from nowhere", to -> to.head() + "Origin: null\r\nContent-Length: 2\r\n\r\n{}", "403"),
                of("a preflight", to -> preflight(to.head()), "403"),
                of("the trace of a request", to -> to.head().replace("POST", "TRACE") + "\r\n", "405|302"),
                of("a method of its own", to -> to.head().replace("POST", "BREW") + "\r\n", "40[45]|302"),
                of("half an escape", to -> to.head().replaceFirst("POST \\S+", "POST /%zz") + "\r\n", "400"),
                of("a nul in a header", to -> to.head() + "X: a\0b\r\n\r\n", "400"),
                of("a header without a name", to -> to.head() + ": y\r\n\r\n", "400|302"),
                of("noise", _ -> "\u0016\u0003\u0001\u0002abc\r\n\r\n", ENDS),
                of("HTTP/2 at once", _ -> "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\u0004\0\0\0\0\0", ENDS),
                of("HTTP/2 by an upgrade", to -> upgrade(to.head()), "40[0-6]|302"));
    }

    private static Hostile of(String name, Function<Listener, String> said, String answer) {
        return new Hostile(name, said, answer);
    }

    private static String chunked() {
        return "Transfer-Encoding: chunked\r\n\r\n";
    }

    private static String preflight(String head) {
        return head.replace("POST", "OPTIONS")
                + "Origin: https://evil.example\r\nAccess-Control-Request-Method: POST\r\n"
                + "Access-Control-Request-Headers: authorization, content-type\r\n\r\n";
    }

    private static String upgrade(String head) {
        return head.replaceFirst("POST \\S+", "GET /nowhere")
                + "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n";
    }

    @Override
    public String toString() {
        return name;
    }
}
