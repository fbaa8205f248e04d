package dev.tollgate.starlark;

import dev.tollgate.starlark.meter.Limits;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Programs by their source, the least recently used leaving first. For many threads: two that miss the same source may
 * both compile it, and none waits for a compilation.
 */
public final class ProgramCache {
    private final int programsMax;
    private final Map<String, Program> programs = new LinkedHashMap<>(16, 0.75f, true);
    private long hits;
    private long misses;

    /** @param programsMax each holds a source of at most {@link Limits#SOURCE_BYTES_MAX} and about ten times that in nodes */
    public ProgramCache(int programsMax) {
        if (programsMax <= 0) {
            throw new IllegalArgumentException("programsMax must be positive: " + programsMax);
        }
        this.programsMax = programsMax;
    }

    public Program get(String source) {
        if (source.length() > Limits.SOURCE_BYTES_MAX) {
            return Program.compile(source);
        }
        synchronized (programs) {
            Program known = programs.get(source);
            if (known != null) {
                hits++;
                return known;
            }
            misses++;
        }
        Program compiled = Program.compile(source);
        synchronized (programs) {
            programs.put(source, compiled);
            if (programs.size() > programsMax) {
                programs.remove(programs.keySet().iterator().next());
            }
        }
        return compiled;
    }

    /** How often a program was there. */
    public long hits() {
        synchronized (programs) {
            return hits;
        }
    }

    /** How often one had to be compiled. */
    public long misses() {
        synchronized (programs) {
            return misses;
        }
    }

    public int size() {
        synchronized (programs) {
            return programs.size();
        }
    }
}
