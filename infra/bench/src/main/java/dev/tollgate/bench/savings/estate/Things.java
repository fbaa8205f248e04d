package dev.tollgate.bench.savings.estate;

import dev.tollgate.bench.savings.catalogue.Kind;
import java.util.List;
import java.util.Locale;

/** Values of kinds of which a few will do. */
final class Things {
    private static final List<String> JOBS = List.of(
            "Head of Procurement",
            "IT Manager",
            "Chief Financial Officer",
            "Operations Lead",
            "Software Engineer",
            "Product Manager",
            "Office Manager",
            "Data Analyst",
            "Sales Director",
            "Support Specialist");
    private static final List<String> ZONES =
            List.of("Europe/Berlin", "Europe/London", "America/New_York", "Asia/Tokyo");
    private static final List<String> MIMES = List.of("application/pdf", "text/markdown", "text/csv", "image/png");
    private static final List<String> METRICS = List.of(
            "avg:http.server.duration.p95{env:production}", "sum:queue.depth{env:production}", "avg:jvm.heap.used{*}");

    private Things() {}

    static String of(Kind kind, Seed seed, int number) {
        return switch (kind) {
            case JOB -> seed.of(JOBS);
            case PHONE -> "+49 30 " + (1_000_000 + seed.below(8_000_000));
            case KEY -> Names.product(number).substring(0, 3).toUpperCase(Locale.ROOT) + number;
            case SPRINT -> "Sprint " + (34 + number);
            case ZONE -> seed.of(ZONES);
            case ROOM -> "Room " + (1 + seed.below(40));
            case FILENAME -> Prose.word(seed).toLowerCase(Locale.ROOT) + "-" + seed.below(1_000) + ".pdf";
            case MIME -> seed.of(MIMES);
            case SERIAL -> "INV-2026-" + (1_000 + number);
            case VAT -> "DE" + (100_000_000 + seed.below(800_000_000));
            case CRON -> seed.below(60) + " " + seed.below(24) + " * * *";
            case HASH -> seed.digits();
            case HOST -> "build-" + number + ".internal.example";
            case VERSION ->
                "v" + (1 + seed.below(4)) + "." + seed.next(1).below(30) + "."
                        + seed.next(2).below(10);
            case BRANCH -> "feature/" + Prose.word(seed).toLowerCase(Locale.ROOT) + "-" + seed.below(900);
            case SQL -> "select day, sum(amount) from sales.orders where day >= :from group by day order by day";
            case METRIC -> seed.of(METRICS);
            default -> "https://intranet.example/" + seed.digits();
        };
    }
}
