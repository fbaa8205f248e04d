package dev.tollgate.bench.savings.task;

import static dev.tollgate.bench.savings.agent.Json.each;
import static dev.tollgate.bench.savings.agent.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.bench.savings.agent.Hands;
import dev.tollgate.bench.savings.agent.Json;
import dev.tollgate.bench.savings.agent.Use;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Some calls each, of which later ones depend on earlier ones. */
final class MediumTasks {
    private static final Set<String> CLOSED = Set.of("won", "lost", "done", "cancelled");
    private static final String ON_CALL = "viktor.marin@ourcompany.example";

    static final List<Task> ALL = List.of(
            new Task(
                    "account",
                    Task.Level.MEDIUM,
                    "I have a call with Nordwind Foods Ltd in ten minutes. Which deals are open with them, whom do we know"
                            + " there, and what was done last about the biggest deal?",
                    List.of("crm"),
                    List.of(),
                    List.of(
                            "search companies",
                            "list deals of a company",
                            "list contacts of a company",
                            "list activities of a deal"),
                    List.of("crm.list_deals(limit = 1)", "crm.list_activities(limit = 1)"),
                    MediumTasks::account),
            new Task(
                    "triage",
                    Task.Level.MEDIUM,
                    "Assign all urgent issues that are open and that nobody has to " + ON_CALL + ".",
                    List.of("tracker"),
                    List.of("tracker.assign_issue"),
                    List.of("list issues by priority", "assign an issue to a person"),
                    List.of("tracker.list_issues(limit = 2)"),
                    MediumTasks::triage),
            new Task(
                    "inbox",
                    Task.Level.MEDIUM,
                    "Some of my unread mails under customers speak of an invoice. File those under invoices and tell me whom"
                            + " they are from.",
                    List.of("mail"),
                    List.of("mail.label_messages"),
                    List.of("list e-mails by label", "get an e-mail with its text", "file messages under a label"),
                    List.of("mail.list_messages(limit = 1)"),
                    MediumTasks::inbox),
            new Task(
                    "meeting-load",
                    Task.Level.MEDIUM,
                    "How many minutes of meetings does each person have next week? Leave out what is cancelled.",
                    List.of("calendar"),
                    List.of(),
                    List.of("list calendars", "list events in a calendar"),
                    List.of("calendar.list_calendars(limit = 1)", "calendar.list_events(limit = 1)"),
                    MediumTasks::meetingLoad));

    private MediumTasks() {}

    private static JsonNode account(Hands hands) throws IOException, InterruptedException {
        JsonNode companies =
                hands.use("I look the company up.", "crm", "search_companies", "query", "Nordwind Foods Ltd");
        String company = text(companies.path("companies").path(0), "id");
        List<JsonNode> both = hands.use(
                "Now its deals and contacts.",
                List.of(
                        Use.of("crm", "list_deals", "company_id", company, "limit", 100),
                        Use.of("crm", "list_contacts", "company_id", company, "limit", 100)));
        List<JsonNode> open = Json.greatest(
                each(both.get(0).path("deals"), deal -> !CLOSED.contains(text(deal, "stage"))),
                deal -> deal.path("amount").asLong(),
                deal -> text(deal, "id"));
        JsonNode activities = hands.use(
                "And what was done about the biggest one.",
                "crm",
                "list_activities",
                "deal_id",
                text(open.getFirst(), "id"),
                "limit",
                100);
        String last = each(activities.path("activities")).stream()
                .max(Comparator.comparing(activity -> text(activity, "occurred_at")))
                .map(activity -> text(activity, "summary"))
                .orElse("nothing");
        return Json.of(
                "open_deals",
                open.stream()
                        .map(deal -> Json.of(
                                "name", deal.path("name"), "amount", deal.path("amount"), "stage", deal.path("stage")))
                        .toList(),
                "contacts",
                each(both.get(1).path("contacts")).stream()
                        .map(contact -> text(contact, "name"))
                        .sorted()
                        .toList(),
                "last_activity",
                last);
    }

    private static JsonNode triage(Hands hands) throws IOException, InterruptedException {
        JsonNode issues =
                hands.use("I list urgent issues.", "tracker", "list_issues", "priority", "urgent", "limit", 100);
        List<String> free = each(
                        issues.path("issues"),
                        issue -> !issue.has("assignee") && !CLOSED.contains(text(issue, "status")))
                .stream()
                .map(issue -> text(issue, "id"))
                .toList();
        hands.use(
                "These are open and nobody's. I assign them.",
                free.stream()
                        .map(issue -> Use.of("tracker", "assign_issue", "issue_id", issue, "assignee", ON_CALL))
                        .toList());
        return Json.of("assigned", free.size(), "issues", free.stream().sorted().toList());
    }

    private static JsonNode inbox(Hands hands) throws IOException, InterruptedException {
        JsonNode messages = hands.use(
                "I list the unread ones.", "mail", "list_messages", "label", "customers", "unread", true, "limit", 100);
        List<JsonNode> whole = hands.use(
                "I read their texts.",
                each(messages.path("messages")).stream()
                        .map(message -> Use.of("mail", "get_message", "message_id", text(message, "id")))
                        .toList());
        List<JsonNode> wanted = whole.stream()
                .filter(message -> text(message, "body").contains("invoice"))
                .toList();
        hands.use(
                "These speak of an invoice. I file them.",
                "mail",
                "label_messages",
                "message_ids",
                wanted.stream().map(message -> text(message, "id")).toList(),
                "label",
                "invoices");
        return Json.of(
                "filed",
                wanted.size(),
                "senders",
                wanted.stream()
                        .map(message -> text(message, "from_name"))
                        .sorted()
                        .toList());
    }

    private static JsonNode meetingLoad(Hands hands) throws IOException, InterruptedException {
        List<JsonNode> calendars =
                each(hands.use("I need everybody's calendar.", "calendar", "list_calendars", "limit", 100)
                        .path("calendars"));
        List<JsonNode> events = hands.use(
                "Now next week's events in each.",
                calendars.stream()
                        .map(calendar -> Use.of(
                                "calendar",
                                "list_events",
                                "calendar_id",
                                text(calendar, "id"),
                                "starts_at_after",
                                "2026-11-23",
                                "starts_at_before",
                                "2026-11-28",
                                "limit",
                                100))
                        .toList());
        List<JsonNode> load = new ArrayList<>();
        for (int i = 0; i < calendars.size(); i++) {
            long minutes =
                    each(
                                    events.get(i).path("events"),
                                    event -> !text(event, "status").equals("cancelled"))
                            .stream()
                            .mapToLong(event -> minute(text(event, "ends_at")) - minute(text(event, "starts_at")))
                            .sum();
            load.add(Json.of("name", text(calendars.get(i), "name"), "minutes", minutes));
        }
        return Json.of("load", Json.greatest(load, one -> one.path("minutes").asLong(), one -> text(one, "name")));
    }

    /** The minute of the day, of a time such as {@code 2026-11-24T09:30:00Z}. */
    private static long minute(String time) {
        return Long.parseLong(time.substring(11, 13)) * 60 + Long.parseLong(time.substring(14, 16));
    }
}
