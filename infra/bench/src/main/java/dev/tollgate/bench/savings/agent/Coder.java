package dev.tollgate.bench.savings.agent;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/** An agent that reads what there is as files, and writes scripts. */
public final class Coder {
    /** What models write in a language that looks like Python, and Starlark has not. */
    private static final String MISTAKE = "import json\n";

    private final Agent agent;
    private final boolean clumsy;

    /** @param clumsy whether each script but the first looks is written with a mistake first */
    public Coder(Agent agent, boolean clumsy) {
        this.agent = agent;
        this.clumsy = clumsy;
    }

    /** Reads which files there are, and those of some servers. */
    public void read(List<String> servers) throws IOException, InterruptedException {
        agent.turn("I see which tools there are.", List.of(new Agent.Call("listToolFiles", Json.of())));
        agent.turn(
                "I read those that this is about.",
                servers.stream()
                        .map(server ->
                                new Agent.Call("readToolFile", Json.of("fileName", "servers/" + server + ".pyi")))
                        .toList());
    }

    /** Reads the whole documentation of tools, by server and tool. */
    public void docs(List<String> tools) throws IOException, InterruptedException {
        agent.turn(
                "I read how to call the ones that change something.",
                tools.stream()
                        .map(tool -> tool.split("\\."))
                        .map(parts -> new Agent.Call("getToolDocs", Json.of("server", parts[0], "tool", parts[1])))
                        .toList());
    }

    /** Looks at what calls answer, before a script depends on it. */
    public void look(List<String> calls) throws IOException, InterruptedException {
        agent.turn(
                "First I look at what the answers hold.",
                List.of(executing("result = [" + String.join(", ", calls) + "]")));
    }

    /** Runs a script and reads its result. */
    public JsonNode run(String thought, String script) throws IOException, InterruptedException {
        if (clumsy) {
            agent.mistake(thought, executing(MISTAKE + script));
        }
        String said = clumsy ? "There is no import; I leave it out." : thought;
        return Json.read(agent.turn(said, List.of(executing(script))).getFirst());
    }

    private static Agent.Call executing(String code) {
        return new Agent.Call("executeToolCode", Json.of("code", code));
    }
}
