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
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Hard ones with servers that only larger organizations have, and that have more tools each. */
final class LargerTasks {
    static final List<Task> ALL = List.of(
            new Task(
                    "tickets",
                    Task.Level.HARD,
                    "Escalate all urgent tickets that are new or open and to which nobody has answered publicly, and tell me"
                            + " who asked.",
                    List.of("support"),
                    List.of("support.escalate_ticket"),
                    List.of("list support tickets", "list replies of a ticket", "get a requester", "escalate a ticket"),
                    List.of(
                            "support.list_tickets(limit = 1)",
                            "support.list_replies(limit = 1)",
                            "support.list_requesters(limit = 1)"),
                    LargerTasks::tickets),
            new Task(
                    "builds",
                    Task.Level.HARD,
                    "Which pipeline has the most failed builds since 15 September, and which jobs fail? File a bug about the"
                            + " pipeline in the project ledger.",
                    List.of("ci", "tracker"),
                    List.of("tracker.create_issue"),
                    List.of(
                            "list builds",
                            "list jobs of a build",
                            "get a pipeline",
                            "list projects of the issue tracker",
                            "create an issue"),
                    List.of("ci.list_builds(limit = 1)", "ci.list_jobs(limit = 1)", "tracker.list_projects(limit = 1)"),
                    LargerTasks::builds),
            new Task(
                    "postmortems",
                    Task.Level.HARD,
                    "Begin a postmortem for each resolved incident of severity 1 or 2 that has none, and tell me which services"
                            + " they are about.",
                    List.of("monitoring"),
                    List.of("monitoring.create_postmortem"),
                    List.of(
                            "list incidents by severity",
                            "list postmortems of an incident",
                            "create a postmortem",
                            "get a monitored service"),
                    List.of("monitoring.list_incidents(limit = 1)", "monitoring.list_services(limit = 1)"),
                    LargerTasks::postmortems),
            new Task(
                    "restock",
                    Task.Level.HARD,
                    "Which variants are short in Berlin, by how many, and what are those worth at their sales price? Post the"
                            + " sum in #finance.",
                    List.of("shop", "chat"),
                    List.of("chat.post_message"),
                    List.of(
                            "list stock levels",
                            "get a product variant",
                            "list chat channels",
                            "post a message to a channel"),
                    List.of(
                            "shop.list_stock_levels(limit = 1)",
                            "shop.list_variants(limit = 1)",
                            "chat.list_channels(limit = 1)"),
                    LargerTasks::restock));

    private LargerTasks() {}

    private static JsonNode tickets(Hands hands) throws IOException, InterruptedException {
        List<JsonNode> tickets = new ArrayList<>();
        hands.use(
                        "I list urgent tickets.",
                        List.of(
                                Use.of("support", "list_tickets", "priority", "urgent", "status", "new", "limit", 100),
                                Use.of(
                                        "support",
                                        "list_tickets",
                                        "priority",
                                        "urgent",
                                        "status",
                                        "open",
                                        "limit",
                                        100)))
                .forEach(page -> tickets.addAll(each(page.path("tickets"))));
        List<JsonNode> replies = hands.use(
                "Now whether each was answered.",
                tickets.stream()
                        .map(ticket -> Use.of(
                                "support", "list_replies", "ticket_id", text(ticket, "id"), "public", true, "limit", 1))
                        .toList());
        List<JsonNode> unanswered = new ArrayList<>();
        for (int i = 0; i < tickets.size(); i++) {
            if (replies.get(i).path("total").asInt() == 0) {
                unanswered.add(tickets.get(i));
            }
        }
        hands.use(
                "These were not. I escalate them.",
                unanswered.stream()
                        .map(ticket -> Use.of(
                                "support",
                                "escalate_ticket",
                                "ticket_id",
                                text(ticket, "id"),
                                "note",
                                "Urgent, and nobody has answered yet.",
                                "urgency",
                                "high"))
                        .toList());
        List<JsonNode> requesters = hands.use(
                "And who asked.",
                unanswered.stream()
                        .map(ticket -> Use.of("support", "get_requester", "requester_id", text(ticket, "requester_id")))
                        .toList());
        return Json.of(
                "urgent",
                tickets.size(),
                "escalated",
                unanswered.size(),
                "requesters",
                requesters.stream().map(one -> text(one, "name")).sorted().toList());
    }

    private static JsonNode builds(Hands hands) throws IOException, InterruptedException {
        List<JsonNode> builds = each(hands.use(
                        "I list failed builds.",
                        "ci",
                        "list_builds",
                        "status",
                        "failed",
                        "started_at_after",
                        "2026-09-15",
                        "limit",
                        100)
                .path("builds"));
        Map<String, Integer> pipelines = new HashMap<>();
        builds.forEach(build -> pipelines.merge(text(build, "pipeline_id"), 1, Integer::sum));
        Map<String, Integer> jobs = new HashMap<>();
        hands.use(
                        "Now their jobs.",
                        builds.stream()
                                .map(build -> Use.of("ci", "list_jobs", "build_id", text(build, "id"), "limit", 100))
                                .toList())
                .forEach(page -> each(
                                page.path("jobs"), job -> text(job, "status").equals("failed"))
                        .forEach(job -> jobs.merge(text(job, "name"), 1, Integer::sum)));
        String worst = Counts.most(pipelines, 1).getFirst();
        List<JsonNode> both = hands.use(
                "And the pipeline's name, and the project.",
                List.of(Use.of("ci", "get_pipeline", "pipeline_id", worst), Use.of("tracker", "list_projects")));
        String name = text(both.get(0), "name");
        JsonNode project = each(
                        both.get(1).path("projects"), one -> text(one, "name").equals("ledger"))
                .getFirst();
        hands.use(
                "Now the bug.",
                "tracker",
                "create_issue",
                "project_id",
                text(project, "id"),
                "title",
                "Builds of " + name + " fail often",
                "description",
                pipelines.get(worst) + " of " + builds.size() + " failed builds since 15 September are its.",
                "kind",
                "bug");
        return Json.of(
                "failed_builds", builds.size(), "worst_pipeline", name, "failed_jobs", Counts.most(jobs, jobs.size()));
    }

    private static JsonNode postmortems(Hands hands) throws IOException, InterruptedException {
        List<JsonNode> incidents = new ArrayList<>();
        hands.use(
                        "I list resolved incidents.",
                        List.of(
                                Use.of(
                                        "monitoring",
                                        "list_incidents",
                                        "severity",
                                        "sev1",
                                        "status",
                                        "resolved",
                                        "limit",
                                        100),
                                Use.of(
                                        "monitoring",
                                        "list_incidents",
                                        "severity",
                                        "sev2",
                                        "status",
                                        "resolved",
                                        "limit",
                                        100)))
                .forEach(page -> incidents.addAll(each(page.path("incidents"))));
        List<JsonNode> found = hands.use(
                "Now whether each has a postmortem.",
                incidents.stream()
                        .map(incident -> Use.of(
                                "monitoring", "list_postmortems", "incident_id", text(incident, "id"), "limit", 1))
                        .toList());
        List<JsonNode> missing = new ArrayList<>();
        for (int i = 0; i < incidents.size(); i++) {
            if (found.get(i).path("total").asInt() == 0) {
                missing.add(incidents.get(i));
            }
        }
        hands.use(
                "These have none. I begin them.",
                missing.stream()
                        .map(incident -> Use.of(
                                "monitoring",
                                "create_postmortem",
                                "incident_id",
                                text(incident, "id"),
                                "summary",
                                "To be written by " + text(incident, "commander")
                                        + " within a week: what happened, why, and what we change.",
                                "status",
                                "draft"))
                        .toList());
        TreeSet<String> services = new TreeSet<>();
        missing.forEach(incident -> services.add(text(incident, "service_id")));
        List<JsonNode> named = hands.use(
                "And the services' names.",
                services.stream()
                        .map(id -> Use.of("monitoring", "get_service", "service_id", id))
                        .toList());
        return Json.of(
                "resolved",
                incidents.size(),
                "begun",
                missing.size(),
                "services",
                named.stream().map(one -> text(one, "name")).sorted().toList());
    }

    private static JsonNode restock(Hands hands) throws IOException, InterruptedException {
        JsonNode levels = hands.use(
                "I list the stock in Berlin.", "shop", "list_stock_levels", "location", "berlin", "limit", 100);
        List<JsonNode> low = each(
                levels.path("stock_levels"),
                level -> level.path("available").asLong()
                        < level.path("reorder_point").asLong());
        List<JsonNode> variants = hands.use(
                "Now the variants that are short, for their prices.",
                low.stream()
                        .map(level -> Use.of("shop", "get_variant", "variant_id", text(level, "variant_id")))
                        .toList());
        long value = 0;
        Map<String, Long> needed = new HashMap<>();
        for (int i = 0; i < low.size(); i++) {
            long need = low.get(i).path("reorder_point").asLong()
                    - low.get(i).path("available").asLong();
            value += need * variants.get(i).path("price").asLong();
            needed.put(text(variants.get(i), "sku"), need);
        }
        Channels.post(
                hands,
                "finance",
                "Berlin is short of " + low.size() + " variants, worth " + value + " cents at sales price.");
        return Json.of("short", low.size(), "value_cents", value, "most_needed", Counts.most(needed, 5));
    }
}
