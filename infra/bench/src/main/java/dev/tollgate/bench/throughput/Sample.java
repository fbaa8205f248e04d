package dev.tollgate.bench.throughput;

import dev.tollgate.bench.load.LoadResult;
import dev.tollgate.bench.process.Usage;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One subject in one round.
 *
 * @param cpuMicrosPerCall by watched process
 * @param foreignShare how much of the machine others took meanwhile, 0 to 1
 * @param usage at the end, by watched process
 */
record Sample(
        String subject,
        LoadResult load,
        Map<String, Double> cpuMicrosPerCall,
        double foreignShare,
        Map<String, Usage> usage) {

    static Sample of(String subject, LoadResult load, Watch.Moment before, Watch.Moment after) {
        Map<String, Double> perCall = new LinkedHashMap<>();
        before.cpuMicrosUntil(after)
                .forEach((name, micros) -> perCall.put(name, micros / (double) Math.max(1, load.right())));
        return new Sample(subject, load, perCall, before.foreignShareUntil(after), after.usage());
    }
}
