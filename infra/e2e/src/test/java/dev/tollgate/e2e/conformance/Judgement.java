package dev.tollgate.e2e.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;

/** Makes a test of each scenario that was run. */
record Judgement(Collection<Verdict> verdicts) {
    /** Every one must be clean. */
    Stream<DynamicNode> ofAll() {
        return verdicts.stream().map(verdict -> dynamicTest(verdict.toString(), () -> clean(verdict)));
    }

    Judgement only(Set<Feature> features) {
        return new Judgement(verdicts.stream()
                .filter(verdict -> features.contains(Feature.of(verdict.scenario())))
                .toList());
    }

    /**
     * Those of a feature that is held must be clean. The others are reported as skipped with what was found, and fail where
     * nothing is found any more: then the feature is to be held.
     */
    Stream<DynamicNode> byFeature(Predicate<Feature> isHeld) {
        var features = new EnumMap<Feature, List<Verdict>>(Feature.class);
        for (var verdict : verdicts) {
            features.computeIfAbsent(Feature.of(verdict.scenario()), _ -> new ArrayList<>())
                    .add(verdict);
        }
        return features.entrySet().stream()
                .map(entry -> dynamicContainer(
                        entry.getKey().toString(),
                        tests(entry.getKey(), entry.getValue(), isHeld.test(entry.getKey()))));
    }

    private static Stream<DynamicNode> tests(Feature feature, List<Verdict> verdicts, boolean held) {
        if (held) {
            return new Judgement(verdicts).ofAll();
        }
        var tests = verdicts.stream()
                .map(verdict -> dynamicTest(verdict.toString(), () -> {
                    Assumptions.assumeTrue(verdict.isClean(), () -> "not held yet: " + verdict.findings());
                    clean(verdict);
                }));
        return Stream.concat(
                tests,
                Stream.of(dynamicTest(
                        "is not there yet",
                        () -> assertThat(verdicts)
                                .as("the suite finds nothing on %s any more: let Feature hold it", feature)
                                .anyMatch(verdict -> !verdict.isClean()))));
    }

    private static void clean(Verdict verdict) {
        assertThat(verdict.findings()).as(verdict.toString()).isEmpty();
        assertThat(verdict.checks()).as("%s checked something", verdict).isNotEmpty();
    }
}
