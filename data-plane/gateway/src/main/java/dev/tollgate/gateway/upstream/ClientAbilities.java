package dev.tollgate.gateway.upstream;

import java.util.StringJoiner;

/**
 * What an agent's client can do for an upstream that asks something in the middle of a call.
 *
 * @param elicitationForm asks its person for input by a form
 * @param elicitationUrl sends its person to a URL
 * @param sampling lets its model answer
 * @param samplingTools lets its model use tools that the upstream names; counts with {@code sampling} only
 * @param roots names the folders that it works in
 * @param tasks goes on with a task where a call gives one instead of a result (extension of 2026-07-28)
 * @param inRounds is asked by results alone (2026-07-28): an upstream of the era before it cannot ask such a client
 */
public record ClientAbilities(
        boolean elicitationForm,
        boolean elicitationUrl,
        boolean sampling,
        boolean samplingTools,
        boolean roots,
        boolean tasks,
        boolean inRounds) {
    public static final ClientAbilities NONE = new ClientAbilities(false, false, false, false, false);
    public static final ClientAbilities ALL = new ClientAbilities(true, true, true, true, true);

    /** The extension of 2026-07-28 by which calls become tasks (SEP-2663). */
    public static final String TASKS_EXTENSION = "io.modelcontextprotocol/tasks";

    /** Of a client that is asked by requests. */
    public ClientAbilities(
            boolean elicitationForm, boolean elicitationUrl, boolean sampling, boolean samplingTools, boolean roots) {
        this(elicitationForm, elicitationUrl, sampling, samplingTools, roots, false, false);
    }

    /** Of {@link #bits()}: how many clients can be told apart by what they can do. */
    static final int COMBINATIONS = 1 << 5;

    public ClientAbilities {
        samplingTools = samplingTools && sampling;
    }

    /** The same of a client that is asked by results alone. */
    public ClientAbilities askedInRounds() {
        return isNone()
                ? NONE
                : new ClientAbilities(elicitationForm, elicitationUrl, sampling, samplingTools, roots, tasks, true);
    }

    /** The same of a client that knows tasks as the modern era has them. */
    public ClientAbilities withTasks() {
        return new ClientAbilities(elicitationForm, elicitationUrl, sampling, samplingTools, roots, true, inRounds);
    }

    /** What an upstream that asks by requests may be told. */
    public ClientAbilities inStream() {
        return inRounds ? NONE : this;
    }

    /** What both can be asked; asked in the same way as this one, and as it is with tasks, by which nobody is asked. */
    public ClientAbilities within(ClientAbilities bound) {
        return new ClientAbilities(
                elicitationForm && bound.elicitationForm,
                elicitationUrl && bound.elicitationUrl,
                sampling && bound.sampling,
                samplingTools && bound.samplingTools,
                roots && bound.roots,
                tasks,
                inRounds);
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** A number below {@link #COMBINATIONS} of its own; 0 for {@link #NONE}. */
    int bits() {
        return bit(elicitationForm, 0)
                | bit(elicitationUrl, 1)
                | bit(sampling, 2)
                | bit(samplingTools, 3)
                | bit(roots, 4);
    }

    private static int bit(boolean ability, int place) {
        return ability ? 1 << place : 0;
    }

    /** Whether a request of this method may be put to the client at all. */
    public boolean understands(String method) {
        return switch (method) {
            case "elicitation/create" -> elicitationForm || elicitationUrl;
            case "sampling/createMessage" -> sampling;
            case "roots/list" -> roots;
            default -> false;
        };
    }

    /** The JSON object of capabilities, as {@code initialize} and the modern era's {@code _meta} have it. */
    public String capabilitiesJson() {
        StringJoiner members = new StringJoiner(",", "{", "}");
        if (elicitationForm || elicitationUrl) {
            String separator = elicitationForm && elicitationUrl ? "," : "";
            members.add("\"elicitation\":{" + (elicitationForm ? "\"form\":{}" : "") + separator
                    + (elicitationUrl ? "\"url\":{}" : "") + "}");
        }
        if (sampling) {
            members.add(samplingTools ? "\"sampling\":{\"tools\":{}}" : "\"sampling\":{}");
        }
        if (roots) {
            members.add("\"roots\":{}");
        }
        if (tasks) {
            members.add("\"extensions\":{\"" + TASKS_EXTENSION + "\":{}}");
        }
        return members.toString();
    }
}
