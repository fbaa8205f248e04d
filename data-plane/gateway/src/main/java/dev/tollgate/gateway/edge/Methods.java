package dev.tollgate.gateway.edge;

import dev.tollgate.gateway.json.MalformedJson;
import dev.tollgate.gateway.upstream.listing.ListKind;

/** The methods that are about what servers offer: the same in both eras. */
final class Methods {
    private final ToolCalls toolCalls;
    private final ToolLists toolLists;
    private final OfferCalls offerCalls;
    private final OfferLists offerLists;
    private final TaskCalls tasks;

    Methods(ToolCalls toolCalls, ToolLists toolLists, OfferCalls offerCalls, OfferLists offerLists, TaskCalls tasks) {
        this.tasks = tasks;
        this.toolCalls = toolCalls;
        this.toolLists = toolLists;
        this.offerCalls = offerCalls;
        this.offerLists = offerLists;
    }

    /** Takes the request if its method is one of these. */
    boolean take(Asked asked) throws MalformedJson {
        switch (asked.method()) {
            case "tools/call" -> toolCalls.call(asked);
            case "tools/list" -> toolLists.list(asked);
            case "prompts/get" -> offerCalls.prompt(asked);
            case "prompts/list" -> offerLists.list(asked, ListKind.PROMPTS);
            case "resources/read" -> offerCalls.resource(asked);
            case "resources/list" -> offerLists.list(asked, ListKind.RESOURCES);
            case "resources/templates/list" -> offerLists.list(asked, ListKind.TEMPLATES);
            case "completion/complete" -> offerCalls.completion(asked);
            default -> {
                return tasks.take(asked);
            }
        }
        return true;
    }
}
