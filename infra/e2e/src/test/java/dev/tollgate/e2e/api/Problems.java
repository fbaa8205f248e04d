package dev.tollgate.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What every refusal of the REST API has in common. */
public final class Problems {
    private Problems() {}

    /** Fails unless the answer is a problem of this status, typed, and in words; gives the words. */
    public static String words(Answer answer, int status) {
        assertThat(answer).returns(status, Answer::status);
        assertThat(answer.contentType()).as(answer.toString()).isEqualTo("application/problem+json");
        var problem = answer.json();
        assertThat(problem.path("type").asText()).as(answer.toString()).startsWith("https://tollgate.dev/problems/");
        assertThat(problem.path("status").asInt()).as(answer.toString()).isEqualTo(status);
        assertThat(problem.path("title").asText()).as(answer.toString()).isNotBlank();
        return problem.path("title").asText() + ": " + problem.path("detail").asText();
    }

    /** The answer's bytes but for {@code instance}, which names the address that was asked. */
    public static String withoutInstance(Answer answer) {
        var text = answer.text();
        if (!(answer.json() instanceof ObjectNode problem) || !problem.has("instance")) {
            return text;
        }
        var instance = problem.get("instance").toString();
        assertThat(text).contains(instance);
        return text.replace(instance, "\"-\"");
    }
}
