package dev.tollgate.bench.savings.task;

import static dev.tollgate.bench.savings.agent.Json.each;
import static dev.tollgate.bench.savings.agent.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.bench.savings.agent.Hands;
import dev.tollgate.bench.savings.agent.Json;
import dev.tollgate.bench.savings.agent.Use;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hard ones about what teams did. */
final class TeamTasks {
    static final List<Task> ALL = List.of(
            new Task(
                    "sprint",
                    Task.Level.HARD,
                    "How much work went into what is done in the active sprints, and whose was most of it? Post a line about it"
                            + " in #engineering.",
                    List.of("tracker", "chat"),
                    List.of("chat.post_message"),
                    List.of(
                            "list sprints",
                            "list issues of a sprint",
                            "list work logs of an issue",
                            "list chat channels",
                            "post a message to a channel"),
                    List.of(
                            "tracker.list_issues(limit = 1)",
                            "tracker.list_worklogs(limit = 1)",
                            "chat.list_channels(limit = 1)"),
                    TeamTasks::sprint),
            new Task(
                    "digest",
                    Task.Level.HARD,
                    "How many messages were written in November in all channels that are not archived? Post in #leadership how"
                            + " many, and where most; tell me the three busiest channels and people.",
                    List.of("chat"),
                    List.of("chat.post_message"),
                    List.of("list chat channels", "list messages of a channel", "post a message to a channel"),
                    List.of("chat.list_channels(limit = 1)", "chat.list_messages(limit = 1)"),
                    TeamTasks::digest));

    private TeamTasks() {}

    private static JsonNode sprint(Hands hands) throws IOException, InterruptedException {
        List<JsonNode> sprints =
                each(hands.use("I list the active sprints.", "tracker", "list_sprints", "state", "active")
                        .path("sprints"));
        List<JsonNode> issues = new ArrayList<>();
        hands.use(
                        "Now their issues.",
                        sprints.stream()
                                .map(sprint ->
                                        Use.of("tracker", "list_issues", "sprint_id", text(sprint, "id"), "limit", 100))
                                .toList())
                .forEach(page -> issues.addAll(each(page.path("issues"))));
        List<JsonNode> done = issues.stream()
                .filter(issue -> text(issue, "status").equals("done"))
                .toList();
        Map<String, Long> minutes = new HashMap<>();
        hands.use(
                        "And the work on those that are done.",
                        done.stream()
                                .map(issue ->
                                        Use.of("tracker", "list_worklogs", "issue_id", text(issue, "id"), "limit", 100))
                                .toList())
                .forEach(page -> each(page.path("worklogs"))
                        .forEach(log -> minutes.merge(
                                text(log, "author"), log.path("minutes").asLong(), Long::sum)));
        long total = minutes.values().stream().mapToLong(Long::longValue).sum();
        Channels.post(
                hands,
                "engineering",
                "Active sprints: " + done.size() + " of " + issues.size() + " issues are done, with " + total
                        + " minutes of work.");
        return Json.of("issues", issues.size(), "done", done.size(), "minutes", total, "most", Counts.most(minutes, 3));
    }

    private static JsonNode digest(Hands hands) throws IOException, InterruptedException {
        JsonNode all = hands.use("First the channels.", "chat", "list_channels");
        List<JsonNode> channels =
                each(all.path("channels"), channel -> !channel.path("archived").asBoolean());
        List<JsonNode> pages = hands.use(
                "Now the messages of each.",
                channels.stream()
                        .map(channel -> Use.of(
                                "chat",
                                "list_messages",
                                "channel_id",
                                text(channel, "id"),
                                "posted_at_after",
                                "2026-11-01",
                                "limit",
                                100))
                        .toList());
        Map<String, Integer> byChannel = new LinkedHashMap<>();
        Map<String, Integer> byAuthor = new HashMap<>();
        for (int i = 0; i < channels.size(); i++) {
            List<JsonNode> messages = each(pages.get(i).path("messages"));
            byChannel.put(text(channels.get(i), "name"), messages.size());
            messages.forEach(message -> byAuthor.merge(text(message, "author"), 1, Integer::sum));
        }
        int total = byAuthor.values().stream().mapToInt(Integer::intValue).sum();
        List<String> busiest = Counts.most(byChannel, 3);
        Channels.post(
                hands,
                all,
                "leadership",
                "November so far: " + total + " messages, most in #" + busiest.getFirst() + ".");
        return Json.of("messages", total, "busiest", busiest, "most_active", Counts.most(byAuthor, 3));
    }
}
