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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Hard ones about what customers owe and might leave. */
final class MoneyTasks {
    static final List<Task> ALL = List.of(
            new Task(
                    "dunning",
                    Task.Level.HARD,
                    "Find all invoices that are overdue for more than 30 days. Draft a mail to each customer concerned with the"
                            + " amount, and post in #finance how many there are and how much they owe.",
                    List.of("billing", "mail", "chat"),
                    List.of("mail.create_draft", "chat.post_message"),
                    List.of(
                            "list invoices by status",
                            "get a billing customer",
                            "create a draft e-mail",
                            "list chat channels",
                            "post a message to a channel"),
                    List.of("chat.list_channels(limit = 1)"),
                    MoneyTasks::dunning),
            new Task(
                    "stale-deals",
                    Task.Level.HARD,
                    "For each deal in proposal or negotiation about which nothing was done since the beginning of October, add a"
                            + " task for tomorrow at nine to follow up.",
                    List.of("crm"),
                    List.of("crm.create_activity"),
                    List.of("list deals by stage", "list activities of a deal", "create an activity for a deal"),
                    List.of("crm.list_deals(limit = 1)", "crm.list_activities(limit = 1)"),
                    MoneyTasks::staleDeals),
            new Task(
                    "reconcile",
                    Task.Level.HARD,
                    "Which paid invoices have no payment that succeeded, and which open or overdue ones have one?",
                    List.of("billing"),
                    List.of(),
                    List.of("list invoices by status", "list payments by status"),
                    List.of(),
                    MoneyTasks::reconcile),
            new Task(
                    "churn",
                    Task.Level.HARD,
                    "For each customer whose subscription is past due, create a task in the project ledger, assigned to the"
                            + " account manager whom the CRM names for the company.",
                    List.of("billing", "crm", "tracker"),
                    List.of("tracker.create_issue"),
                    List.of(
                            "list subscriptions",
                            "get a billing customer",
                            "search companies in the CRM",
                            "list projects of the issue tracker",
                            "create an issue"),
                    List.of("crm.search_companies(query = \"GmbH\", limit = 1)", "tracker.list_projects(limit = 1)"),
                    MoneyTasks::churn));

    private MoneyTasks() {}

    private static JsonNode dunning(Hands hands) throws IOException, InterruptedException {
        JsonNode invoices = hands.use(
                "I list invoices that were due before 17 October.",
                "billing",
                "list_invoices",
                "status",
                "overdue",
                "due_on_before",
                "2026-10-17",
                "limit",
                100);
        Map<String, Long> due = new TreeMap<>();
        each(invoices.path("invoices"))
                .forEach(invoice -> due.merge(
                        text(invoice, "customer_id"), invoice.path("amount_due").asLong(), Long::sum));
        List<JsonNode> customers = hands.use(
                "I need the customers' names and addresses.",
                due.keySet().stream()
                        .map(id -> Use.of("billing", "get_customer", "customer_id", id))
                        .toList());
        hands.use(
                "Now a draft for each.",
                customers.stream()
                        .map(customer -> reminder(customer, due.getOrDefault(text(customer, "id"), 0L)))
                        .toList());
        List<JsonNode> byDebt = Json.greatest(
                customers, customer -> due.getOrDefault(text(customer, "id"), 0L), customer -> text(customer, "name"));
        long total = due.values().stream().mapToLong(Long::longValue).sum();
        Channels.post(
                hands,
                "finance",
                customers.size() + " customers owe " + total
                        + " cents for more than 30 days; reminders are drafted. Most is owed by "
                        + text(byDebt.getFirst(), "name") + ".");
        return Json.of(
                "customers",
                customers.size(),
                "total_cents",
                total,
                "most",
                byDebt.stream().limit(3).map(customer -> text(customer, "name")).toList());
    }

    private static Use reminder(JsonNode customer, long cents) {
        String amount = "%d.%02d".formatted(cents / 100, cents % 100);
        return Use.of(
                "mail",
                "create_draft",
                "to",
                List.of(text(customer, "email")),
                "subject",
                "Overdue invoices",
                "body",
                "Dear " + text(customer, "name") + ",\n\nEUR " + amount
                        + " is overdue for more than 30 days. Please pay it this week.\n\nKind regards");
    }

    private static JsonNode staleDeals(Hands hands) throws IOException, InterruptedException {
        List<JsonNode> deals = new ArrayList<>();
        hands.use(
                        "I list the deals of both stages.",
                        List.of(
                                Use.of("crm", "list_deals", "stage", "proposal", "limit", 100),
                                Use.of("crm", "list_deals", "stage", "negotiation", "limit", 100)))
                .forEach(page -> deals.addAll(each(page.path("deals"))));
        List<JsonNode> activities = hands.use(
                "Now whether anything was done about each.",
                deals.stream()
                        .map(deal -> Use.of(
                                "crm",
                                "list_activities",
                                "deal_id",
                                text(deal, "id"),
                                "occurred_at_after",
                                "2026-10-01",
                                "limit",
                                1))
                        .toList());
        List<JsonNode> stale = new ArrayList<>();
        for (int i = 0; i < deals.size(); i++) {
            if (activities.get(i).path("total").asInt() == 0) {
                stale.add(deals.get(i));
            }
        }
        hands.use(
                "About these nothing was done. I add the tasks.",
                stale.stream()
                        .map(deal -> Use.of(
                                "crm",
                                "create_activity",
                                "deal_id",
                                text(deal, "id"),
                                "kind",
                                "task",
                                "summary",
                                "Follow up: nothing was done since September",
                                "occurred_at",
                                "2026-11-17T09:00:00Z",
                                "author",
                                text(deal, "owner")))
                        .toList());
        return Json.of(
                "open",
                deals.size(),
                "stale",
                stale.size(),
                "amount",
                stale.stream().mapToLong(deal -> deal.path("amount").asLong()).sum());
    }

    private static JsonNode reconcile(Hands hands) throws IOException, InterruptedException {
        List<JsonNode> pages = hands.use(
                "I need the invoices and the payments.",
                List.of(
                        Use.of("billing", "list_payments", "status", "succeeded", "limit", 100),
                        Use.of("billing", "list_invoices", "status", "paid", "limit", 100),
                        Use.of("billing", "list_invoices", "status", "open", "limit", 100),
                        Use.of("billing", "list_invoices", "status", "overdue", "limit", 100)));
        Set<String> paidFor = new HashSet<>();
        each(pages.get(0).path("payments")).forEach(payment -> paidFor.add(text(payment, "invoice_id")));
        List<JsonNode> paid = each(pages.get(1).path("invoices"));
        List<JsonNode> without = paid.stream()
                .filter(invoice -> !paidFor.contains(text(invoice, "id")))
                .toList();
        List<JsonNode> unpaid = new ArrayList<>(each(pages.get(2).path("invoices")));
        unpaid.addAll(each(pages.get(3).path("invoices")));
        return Json.of(
                "paid",
                paid.size(),
                "paid_without_payment",
                without.size(),
                "their_total_cents",
                without.stream()
                        .mapToLong(invoice -> invoice.path("total").asLong())
                        .sum(),
                "unpaid_with_payment",
                unpaid.stream()
                        .filter(invoice -> paidFor.contains(text(invoice, "id")))
                        .map(invoice -> text(invoice, "number"))
                        .sorted()
                        .toList());
    }

    private static JsonNode churn(Hands hands) throws IOException, InterruptedException {
        List<JsonNode> both = hands.use(
                "I list the subscriptions and the projects.",
                List.of(
                        Use.of("billing", "list_subscriptions", "status", "past_due", "limit", 100),
                        Use.of("tracker", "list_projects")));
        Map<String, Long> seats = new TreeMap<>();
        each(both.get(0).path("subscriptions"))
                .forEach(one ->
                        seats.merge(text(one, "customer_id"), one.path("seats").asLong(), Long::sum));
        String project = each(
                        both.get(1).path("projects"), one -> text(one, "name").equals("ledger"))
                .stream()
                .map(one -> text(one, "id"))
                .findFirst()
                .orElse("");
        List<JsonNode> customers = hands.use(
                "Now the customers' names.",
                seats.keySet().stream()
                        .map(id -> Use.of("billing", "get_customer", "customer_id", id))
                        .toList());
        List<JsonNode> companies = hands.use(
                "And the companies by name, for their account managers.",
                customers.stream()
                        .map(customer -> Use.of("crm", "search_companies", "query", text(customer, "name")))
                        .toList());
        Map<String, Integer> owners = new HashMap<>();
        List<Use> tasks = new ArrayList<>();
        for (int i = 0; i < customers.size(); i++) {
            String owner = text(companies.get(i).path("companies").path(0), "owner");
            owners.merge(owner, 1, Integer::sum);
            tasks.add(Use.of(
                    "tracker",
                    "create_issue",
                    "project_id",
                    project,
                    "title",
                    "Keep " + text(customers.get(i), "name"),
                    "description",
                    seats.get(text(customers.get(i), "id")) + " seats are past due. Call them and agree on a date.",
                    "kind",
                    "task",
                    "priority",
                    "high",
                    "assignee",
                    owner));
        }
        hands.use("Now the tasks.", tasks);
        return Json.of(
                "customers",
                seats.size(),
                "seats",
                seats.values().stream().mapToLong(Long::longValue).sum(),
                "busiest_owner",
                Counts.most(owners, 1).getFirst());
    }
}
