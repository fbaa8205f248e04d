package dev.tollgate.e2e.stack;

import dev.tollgate.local.backend.KeycloakAdmin;
import dev.tollgate.local.demo.Demo;
import dev.tollgate.local.demo.DemoTenant;
import dev.tollgate.local.fetch.Cache;
import dev.tollgate.local.fetch.Trees;
import dev.tollgate.local.region.Regions;
import dev.tollgate.local.stack.Extent;
import dev.tollgate.local.stack.LocalStack;
import dev.tollgate.local.stack.StackOptions;
import dev.tollgate.local.stack.Surroundings;
import dev.tollgate.model.id.Region;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The running system: where its doors are, and a hand on each of its processes. */
public final class Tollgate implements AutoCloseable {
    public static final String CONTROL_PLANE = "control-plane";
    public static final String GATEWAY = "gateway-1";
    public static final String KAFKA = "kafka";
    public static final String CLICKHOUSE = "clickhouse";

    /** Where every tenant is at home at first. */
    public static final Region HOME = Regions.DEFAULT;

    public static final Region FAR = new Region("far");

    /** The second one is down, but for suites that need it: they start it, and stop it in the end. */
    public static final List<String> HOME_GATEWAYS = List.of(GATEWAY, "gateway-2");

    /** The other region's, also down but for suites that need it. */
    public static final String FAR_GATEWAY = "gateway-far-1";

    /** A command that gateways may run: the fixture of the modern era over stdio, once a suite has laid it out. */
    public static final String PIPED_FIXTURE = "piped";

    public static final String KEYCLOAK = "keycloak";

    private final LocalStack stack;
    private final Front front;

    private Tollgate(LocalStack stack, Front front) {
        this.stack = stack;
        this.front = front;
    }

    static Tollgate start() throws IOException, InterruptedException {
        var data = Workplace.target().resolve("stack");
        Trees.delete(data);
        Files.createDirectories(data);
        Files.writeString(
                data.resolve("stdio-commands.properties"),
                PIPED_FIXTURE + "=node," + Workplace.target().resolve("node/fixture/modern.mjs") + ",stdio\n");
        var regions = Regions.of(List.of(HOME.value(), FAR.value()), List.of(HOME_GATEWAYS.size(), 1));
        var front = Front.laidOut(Workplace.target().resolve("front"));
        var options = StackOptions.in(data).with(Extent.PLANES).with(regions);
        var gateways = Map.of(
                "tollgate.public-urls",
                "http://127.0.0.1:" + options.ports().of(GATEWAY) + "," + front.base(),
                "tollgate.trusted-proxies",
                Front.PROXY.getHostAddress() + "/32");
        var stack =
                LocalStack.start(options.with(new Surroundings(gateways, Optional.of(front.authority()), Map.of())));
        stack.stop(HOME_GATEWAYS.getLast());
        stack.stop(FAR_GATEWAY);
        return new Tollgate(stack, front);
    }

    /** Where the stack keeps everything that is its own. */
    public Path data() {
        return stack.options().data().root();
    }

    /** The names of all its processes. */
    public List<String> processes() {
        return stack.names();
    }

    public URI controlPlane() {
        return http(CONTROL_PLANE, "/");
    }

    public URI console() {
        return http("console", "/");
    }

    /** Where agents connect. */
    public URI mcp() {
        return mcp(GATEWAY);
    }

    /** The door of one gateway. */
    public URI mcp(String gateway) {
        return http(gateway, "/mcp");
    }

    /** Where gateways are known too, over TLS; a suite that needs it puts its proxy there. */
    public Front front() {
        return front;
    }

    /** The demo upstream that speaks Streamable HTTP. */
    public URI everything() {
        return http("upstream-everything", "/mcp");
    }

    /** Lays out the demo's tenant as {@code ./tollgate up} does. */
    public Demo demo() throws IOException, InterruptedException {
        return DemoTenant.seed(stack);
    }

    /** An address as configured, for what has no door of its own. */
    public String config(String key) {
        var value = stack.config().get(key);
        if (value == null) {
            throw new IllegalArgumentException(
                    key + " is not configured; there are " + stack.config().keySet());
        }
        return value;
    }

    public URI clickHouse() {
        return http(CLICKHOUSE, "/");
    }

    public KeycloakAdmin identities() {
        return stack.backends().keycloak().admin();
    }

    public Cache cache() {
        return stack.options().cache();
    }

    /** Of a process, while it runs. */
    public Optional<Long> pid(String process) {
        return stack.pid(process);
    }

    /** SIGKILL. */
    public void kill(String process) throws IOException, InterruptedException {
        stack.kill(process);
    }

    /** SIGTERM; gives the status that the process ended with, or the one of SIGKILL if it had to be killed. */
    public int stop(String process) throws IOException, InterruptedException {
        return stack.stop(process).orElseThrow();
    }

    /** What a process has written since it was started last. */
    public String log(String process) throws IOException {
        var log = Files.readString(stack.options().data().log(process));
        return log.substring(log.lastIndexOf("--- " + process + " starts"));
    }

    /** Starts again what was killed, on its data and port, and returns when it serves. */
    public void start(String process) throws IOException, InterruptedException {
        stack.start(process);
    }

    /** The same while something else is done; whoever joins what it gives has it serve. */
    public CompletableFuture<Void> starting(String process) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        stack.start(process);
                    } catch (IOException | InterruptedException e) {
                        throw new CompletionException(e);
                    }
                },
                Thread::startVirtualThread);
    }

    /** Starts whatever an interrupted suite left down. */
    public void restore() throws IOException, InterruptedException {
        for (var process : new String[] {KEYCLOAK, CLICKHOUSE, KAFKA, CONTROL_PLANE, GATEWAY}) {
            if (stack.pid(process).isEmpty()) {
                stack.start(process);
            }
        }
    }

    private URI http(String port, String path) {
        return URI.create("http://127.0.0.1:" + stack.options().ports().of(port) + path);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        stack.close();
    }
}
