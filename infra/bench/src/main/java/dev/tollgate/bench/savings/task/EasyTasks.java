package dev.tollgate.bench.savings.task;

import static dev.tollgate.bench.savings.agent.Json.each;
import static dev.tollgate.bench.savings.agent.Json.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.bench.savings.agent.Hands;
import dev.tollgate.bench.savings.agent.Json;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** A call or two each. */
final class EasyTasks {
    private static final String RELEASE = "Version 4.12 is out: faster exports, and single sign-on for guests.";

    static final List<Task> ALL = List.of(
            new Task(
                    "contact",
                    Task.Level.EASY,
                    "What are the job title, phone number and e-mail address of Samir Novotny?",
                    List.of("crm"),
                    List.of(),
                    List.of("search contacts by name"),
                    List.of(),
                    EasyTasks::contact),
            new Task(
                    "agenda",
                    Task.Level.EASY,
                    "Which meetings does sofia.petersen@ourcompany.example have this week, Monday to Friday?",
                    List.of("calendar"),
                    List.of(),
                    List.of("list calendars of a person", "list events in a calendar"),
                    List.of(),
                    EasyTasks::agenda),
            new Task(
                    "announce",
                    Task.Level.EASY,
                    "Post this in #releases: " + RELEASE,
                    List.of("chat"),
                    List.of("chat.post_message"),
                    List.of("list chat channels", "post a message to a channel"),
                    List.of(),
                    EasyTasks::announce),
            new Task(
                    "bug",
                    Task.Level.EASY,
                    "File a bug of high priority in the project checkout: the cart forgets its discount code when the"
                            + " currency is changed. It should keep it.",
                    List.of("tracker"),
                    List.of("tracker.create_issue"),
                    List.of("list projects of the issue tracker", "create an issue"),
                    List.of(),
                    EasyTasks::bug));

    private EasyTasks() {}

    private static JsonNode contact(Hands hands) throws IOException, InterruptedException {
        JsonNode found = hands.use("I look the contact up.", "crm", "search_contacts", "query", "Samir Novotny");
        JsonNode contact = found.path("contacts").path(0);
        return Json.of(
                "job_title", contact.path("job_title"), "phone", contact.path("phone"), "email", contact.path("email"));
    }

    private static JsonNode agenda(Hands hands) throws IOException, InterruptedException {
        JsonNode calendars = hands.use(
                "First I need the calendar.",
                "calendar",
                "list_calendars",
                "owner",
                "sofia.petersen@ourcompany.example");
        JsonNode events = hands.use(
                "Now this week's events in it.",
                "calendar",
                "list_events",
                "calendar_id",
                text(calendars.path("calendars").path(0), "id"),
                "starts_at_after",
                "2026-11-16",
                "starts_at_before",
                "2026-11-21",
                "limit",
                100);
        return Json.of(
                "meetings",
                each(events.path("events")).stream()
                        .sorted(Comparator.comparing(event -> text(event, "starts_at") + text(event, "title")))
                        .map(event -> Json.of("title", event.path("title"), "starts_at", event.path("starts_at")))
                        .toList());
    }

    private static JsonNode announce(Hands hands) throws IOException, InterruptedException {
        JsonNode channels = hands.use("I need the channel's identifier.", "chat", "list_channels");
        JsonNode channel = each(
                        channels.path("channels"), one -> text(one, "name").equals("releases"))
                .getFirst();
        JsonNode posted =
                hands.use("Now I post it.", "chat", "post_message", "channel_id", text(channel, "id"), "text", RELEASE);
        return Json.of(
                "posted_in", text(channel, "name"), "status", text(posted, "id").isEmpty() ? "failed" : "posted");
    }

    private static JsonNode bug(Hands hands) throws IOException, InterruptedException {
        JsonNode projects = hands.use("I need the project's identifier.", "tracker", "list_projects");
        JsonNode project = each(
                        projects.path("projects"), one -> text(one, "name").equals("checkout"))
                .getFirst();
        JsonNode issue = hands.use(
                "Now I file the bug.",
                "tracker",
                "create_issue",
                "project_id",
                text(project, "id"),
                "title",
                "The cart forgets its discount code when the currency is changed",
                "description",
                "Steps: put something into the cart, enter a discount code, change the currency.\nExpected: the code"
                        + " stays.\nActual: it is gone.",
                "kind",
                "bug",
                "priority",
                "high");
        return Json.of("issue", text(issue, "id"), "project", text(project, "name"));
    }
}
