package dev.tollgate.bench;

import dev.tollgate.bench.load.Target;
import dev.tollgate.bench.process.NginxProxy;
import dev.tollgate.bench.process.Usage;
import dev.tollgate.bench.report.Report;
import dev.tollgate.bench.stub.StubProcess;
import dev.tollgate.bench.stub.StubTools;
import dev.tollgate.bench.throughput.Rounds;
import dev.tollgate.bench.throughput.Subject;
import dev.tollgate.bench.throughput.Throughput;
import dev.tollgate.bench.throughput.ThroughputTables;
import dev.tollgate.bench.throughput.Watch;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Direct, nginx and Tollgate in turns. */
@Command(name = "throughput", description = "Calls/s, latency and CPU: direct, through nginx, through Tollgate.")
final class ThroughputCommand implements Callable<Integer> {
    @Mixin
    private ThroughputOptions options = new ThroughputOptions();

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("tollgate-bench-");
        Report report = new Report(System.out, Path.of("target", "throughput.md"));
        try (StubProcess stub = StubProcess.start(Bench.class.getName(), options.answerBytes, 50, folder);
                NginxProxy nginx = NginxProxy.before(stub.port(), folder.resolve("nginx"))) {
            Map<String, Supplier<Usage>> watched = new LinkedHashMap<>();
            watched.put("generator", () -> Usage.of(ProcessHandle.current().pid()));
            watched.put("stub", stub::usage);
            watched.put("nginx", nginx::usage);
            List<Subject> subjects = List.of(
                    new Subject(target("direct", stub.port()), Optional.empty()),
                    new Subject(target("nginx", nginx.port()), Optional.of("nginx")));
            Throughput throughput = new Throughput(options.plan(), subjects, new Watch(watched), report::progress);
            throughput.warmUp();
            Rounds rounds = throughput.closedLoop();
            report.section("Throughput", ThroughputTables.closedLoop(rounds, "direct", "nginx"));
            report.section("CPU", ThroughputTables.cpu(rounds));
            Rounds half = throughput.fixedRate(rounds.perSecond("nginx") / 2);
            report.section("Half load", ThroughputTables.fixedRate(half, "direct"));
        }
        return 0;
    }

    private static Target target(String name, int port) {
        return new Target(
                name, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), "/mcp", Map.of(), StubTools.ECHO);
    }
}
