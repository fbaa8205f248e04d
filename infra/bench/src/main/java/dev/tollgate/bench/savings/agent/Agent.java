package dev.tollgate.bench.savings.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * An agent that works on one task: what it says and calls is written down beforehand, what it is answered is the gateway's. Its
 * model reads, with each request, the prompt, the definitions, the task, and all calls and answers so far.
 */
public final class Agent {
    /** As many calls does a model make at once, at the most. */
    public static final int CALLS_A_TURN_MAX = 10;

    private static final String NEXT = "Now the next ones.";

    private final McpGateway gateway;
    private final Conversation conversation;

    private Agent(McpGateway gateway, Conversation conversation) {
        this.gateway = gateway;
        this.conversation = conversation;
    }

    /** @param definitions those that its client gives the model, in the form in which a model's provider takes them */
    public static Agent asked(McpGateway gateway, String prompt, List<ObjectNode> definitions, String task) {
        long prefix = Tokens.of(prompt);
        for (ObjectNode definition : definitions) {
            prefix += Tokens.of(definition.toString());
        }
        Conversation conversation = new Conversation(prefix);
        conversation.reads(task);
        return new Agent(gateway, conversation);
    }

    /** What a model's provider takes of a tool: name, description and schema of the input, but neither annotations nor that of the output. */
    public static ObjectNode sent(JsonNode tool) {
        ObjectNode definition = Json.of("name", tool.path("name"));
        if (tool.has("description")) {
            definition.set("description", tool.get("description"));
        }
        definition.set("inputSchema", tool.path("inputSchema"));
        return definition;
    }

    /** A call by the name that the gateway lists. */
    record Call(String tool, ObjectNode arguments) {
        String written() {
            return Json.of("name", tool, "arguments", arguments).toString();
        }
    }

    /**
     * Says something and makes calls, of which no more than {@link #CALLS_A_TURN_MAX} in one turn.
     *
     * @return the answers' texts
     * @throws PlanFailed if one of them is an error
     */
    List<String> turn(String thought, List<Call> calls) throws IOException, InterruptedException {
        List<String> answers = new ArrayList<>();
        for (McpGateway.Answer answer : answers(thought, calls)) {
            if (answer.isError()) {
                throw new PlanFailed("a call failed: " + answer.text());
            }
            answers.add(answer.text());
        }
        return answers;
    }

    /** The same with a call that is a mistake. */
    void mistake(String thought, Call call) throws IOException, InterruptedException {
        if (!answers(thought, List.of(call)).getFirst().isError()) {
            throw new PlanFailed("what is a mistake was done all the same: " + call.written());
        }
    }

    private List<McpGateway.Answer> answers(String thought, List<Call> calls) throws IOException, InterruptedException {
        List<McpGateway.Answer> answers = new ArrayList<>();
        for (int from = 0; from < calls.size(); from += CALLS_A_TURN_MAX) {
            List<Call> batch = calls.subList(from, Math.min(calls.size(), from + CALLS_A_TURN_MAX));
            StringBuilder written = new StringBuilder(from == 0 ? thought : NEXT);
            batch.forEach(call -> written.append('\n').append(call.written()));
            conversation.writes(written.toString());
            for (Call call : batch) {
                McpGateway.Answer answer = gateway.call(call.tool(), call.arguments());
                conversation.reads(answer.text());
                answers.add(answer);
            }
        }
        return answers;
    }

    /** Says last what was found out and done. */
    public Usage answers(JsonNode facts) {
        conversation.writes("Done. " + facts.toPrettyString().replaceAll("[{}\\[\\]\",]", ""));
        return conversation.usage();
    }
}
