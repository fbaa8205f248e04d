package dev.tollgate.bench.scenario;

import dev.tollgate.bench.process.Folders;
import dev.tollgate.bench.report.Markdown;
import dev.tollgate.bench.report.Report;
import dev.tollgate.bench.revocation.Keys;
import dev.tollgate.bench.revocation.Revocations;
import dev.tollgate.bench.revocation.SignUp;
import dev.tollgate.local.stack.Extent;
import dev.tollgate.local.stack.LocalStack;
import dev.tollgate.local.stack.StackOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Keys revoked over REST, on the whole stack, while each is in use at a gateway. */
public record RevocationScenario(int keys) implements Scenario {
    private static final int TOLD_EVERY = 25;
    /** The first ones find code that was never run; they are not counted. */
    private static final int WARM_UP_KEYS = 20;

    @Override
    public void run(Report report) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tollgate-bench-");
        report.progress("starting the whole stack");
        try (LocalStack stack = LocalStack.start(StackOptions.in(folder).with(Extent.PLANES))) {
            Keys issuer = SignUp.on(stack);
            URI mcp = URI.create(stack.planes().gateways().getFirst().url() + "/mcp");
            Revocations.measure(issuer, mcp, WARM_UP_KEYS, _ -> {});
            Revocations measured = Revocations.measure(issuer, mcp, keys, done -> {
                if (done % TOLD_EVERY == 0) {
                    report.progress("revoked " + done + " of " + keys);
                }
            });
            report.section("Revocation, " + keys + " keys in use", table(measured));
        } finally {
            Folders.delete(folder);
        }
    }

    private static String table(Revocations measured) {
        return Markdown.table(
                List.of("first refusal at the gateway, ms", "p50", "p99", "most"),
                List.of(
                        row("after POST …/revoke was sent", measured.fromSentMicros()),
                        row("after it was answered", measured.fromAnsweredMicros())));
    }

    private static List<String> row(String name, Histogram micros) {
        return List.of(
                name,
                Markdown.millis(micros.getValueAtPercentile(50)),
                Markdown.millis(micros.getValueAtPercentile(99)),
                Markdown.millis(micros.getMaxValue()));
    }
}
