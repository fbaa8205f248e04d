package dev.tollgate.gateway.code;

/** What is counted of scripts. */
public interface ScriptMetrics {
    void scriptEnded(ScriptEnd.Kind kind, long nanos);

    void boundHit(String bound);
}
