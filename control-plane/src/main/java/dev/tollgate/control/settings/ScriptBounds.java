package dev.tollgate.control.settings;

import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.model.config.ScriptLimits;
import dev.tollgate.model.config.ScriptMaxima;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The most that a tenant can let its scripts use, as the operator says it here and to gateways. */
@ApplicationScoped
class ScriptBounds {
    private final ScriptMaxima maxima;

    ScriptBounds(
            @ConfigProperty(name = "tollgate.scripts.steps-max") long steps,
            @ConfigProperty(name = "tollgate.scripts.memory-bytes-max") long memoryBytes,
            @ConfigProperty(name = "tollgate.scripts.output-bytes-max") long outputBytes,
            @ConfigProperty(name = "tollgate.scripts.tool-calls-max") int toolCalls,
            @ConfigProperty(name = "tollgate.scripts.seconds-max") int seconds) {
        maxima = new ScriptMaxima(steps, memoryBytes, outputBytes, toolCalls, seconds);
    }

    ScriptMaxima maxima() {
        return maxima;
    }

    void check(FieldErrors errors, ScriptLimits wanted) {
        atMost(errors, "scripts.steps", wanted.steps(), maxima.steps());
        atMost(errors, "scripts.memoryBytes", wanted.memoryBytes(), maxima.memoryBytes());
        atMost(errors, "scripts.outputBytes", wanted.outputBytes(), maxima.outputBytes());
        atMost(errors, "scripts.toolCalls", wanted.toolCalls(), maxima.toolCalls());
        atMost(errors, "scripts.seconds", wanted.seconds(), maxima.seconds());
    }

    private static void atMost(FieldErrors errors, String field, @Nullable Number wanted, long most) {
        if (wanted != null && wanted.longValue() > most) {
            errors.add(field, "is at most " + most + ", which the operator allows");
        }
    }
}
