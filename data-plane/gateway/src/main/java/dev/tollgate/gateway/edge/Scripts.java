package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.code.ScriptRunner;
import dev.tollgate.model.config.ScriptMaxima;

/**
 * What runs scripts and looks tools up.
 *
 * @param maxima the operator's, of one script
 * @param journalBytesMax of what a script that was ended for a question leaves to its next run
 */
record Scripts(ScriptRunner runner, DeskWork desk, ScriptMaxima maxima, int journalBytesMax) implements AutoCloseable {
    @Override
    public void close() {
        runner.close();
        desk.close();
    }
}
