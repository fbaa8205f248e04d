package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.code.ScriptEnd;
import dev.tollgate.gateway.code.ScriptMetrics;
import dev.tollgate.gateway.code.ScriptRunner;
import dev.tollgate.model.config.ScriptMaxima;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says how much of the gateway scripts have, and has one rehearsed at its start. */
class ScriptBeans {
    private static final Logger LOG = Logger.getLogger(ScriptBeans.class);

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

    /** Beside what else is to be done at the start: a gateway is ready without it. */
    void rehearse(@Observes StartupEvent event, Scripts scripts) {
        scripts.runner().rehearse(end -> {
            if (end.kind() != ScriptEnd.Kind.DONE) {
                LOG.warnf("the script that is rehearsed ended otherwise than it should: %s", end.kind());
            }
        });
    }
}
