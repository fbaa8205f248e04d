package dev.tollgate.e2e.conformance;

import java.util.List;

/** What the suite for a revision said of one scenario. */
record Verdict(String revision, String scenario, List<Check> checks) {
    Verdict {
        checks = List.copyOf(checks);
    }

    List<Check> findings() {
        return checks.stream().filter(Check::findsSomething).toList();
    }

    boolean isClean() {
        return findings().isEmpty();
    }

    @Override
    public String toString() {
        return revision + " " + scenario;
    }
}
