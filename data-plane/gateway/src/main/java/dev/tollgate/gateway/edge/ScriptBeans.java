package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.code.ScriptMetrics;
import dev.tollgate.gateway.code.ScriptRunner;
import dev.tollgate.model.config.ScriptMaxima;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says how much of the gateway scripts have. */
class ScriptBeans {
    @Produces
    @Singleton
    Scripts scripts(
            ScriptMetrics metrics,
            @ConfigProperty(name = "tollgate.scripts.steps-max") long steps,
            @ConfigProperty(name = "tollgate.scripts.memory-bytes-max") long memoryBytes,
            @ConfigProperty(name = "tollgate.scripts.output-bytes-max") long outputBytes,
            @ConfigProperty(name = "tollgate.scripts.tool-calls-max") int toolCalls,
            @ConfigProperty(name = "tollgate.scripts.seconds-max") int seconds,
            @ConfigProperty(name = "tollgate.scripts.journal-bytes-max") int journalBytes) {
        Runtime machine = Runtime.getRuntime();
        ScriptRunner.Bounds bounds = ScriptRunner.Bounds.of(machine.maxMemory(), machine.availableProcessors());
        return new Scripts(
                new ScriptRunner(bounds, metrics),
                new DeskWork(),
                new ScriptMaxima(steps, memoryBytes, outputBytes, toolCalls, seconds),
                journalBytes);
    }
}
