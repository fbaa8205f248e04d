package dev.tollgate.e2e.wall;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tollgate.e2e.api.Answer;
import dev.tollgate.e2e.api.Api;
import dev.tollgate.e2e.api.Problems;
import dev.tollgate.e2e.api.Request;
import dev.tollgate.e2e.company.Company;
import dev.tollgate.e2e.stack.EndToEnd;
import dev.tollgate.e2e.stack.Tollgate;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.NewEnvironment;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Tenant B has every role that a tenant has, knows all of tenant A's ids, and tries every operation of the OpenAPI
 * document with them.
 */
@EndToEnd
@DisplayName("One tenant, on every operation of the API, with another's ids")
class TenantWallIT {
    private final Tollgate tollgate;
    private final Map<Operation, Probe> known = new KnownOperations().all();
    private Company companyA;
    private Company companyB;
    private Estate estateA;
    private Estate estateB;
    private Estate imagined;
    private Map<String, String> before = Map.of();

    TenantWallIT(Tollgate tollgate) {
        this.tollgate = tollgate;
    }

    @BeforeAll
    void two_tenants_who_have_one_of_everything() {
        companyA = Company.founded(tollgate, "aleph");
        companyB = Company.founded(tollgate, "beth");
        estateA = Estate.of(companyA);
        estateB = Estate.of(companyB);
        imagined = estateA.imagined();
        before = everythingOfA();
    }

    /** Not a cleaning up: the proof that no attempt changed a byte of what is A's. */
    @AfterAll
    void nothing_of_the_first_tenant_changed() {
        assertThat(whenLookedAtAside(everythingOfA())).isEqualTo(whenLookedAtAside(before));
    }

    /** Gateways look at servers by themselves, whoever asks for what. */
    private static Map<String, String> whenLookedAtAside(Map<String, String> all) {
        return all.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().replaceAll("\"checkedAt\":\"[^\"]+\"", "\"checkedAt\":\"…\"")));
    }

    private Map<String, String> everythingOfA() {
        var api = companyA.api();
        var lists = List.of(
                "environments",
                "servers",
                "tools",
                "groups",
                "subjects",
                "keys",
                "prices",
                "models",
                "limits",
                "calls");
        var all = new TreeMap<String, String>();
        for (var list : lists) {
            all.put(list, api.all("/api/v1/" + list).toString());
        }
        return all;
    }

    @Test
    @DisplayName("the suite knows every operation of the document, and no other")
    void every_operation_is_known() {
        assertThat(new LinkedHashSet<>(document()))
                .as("operations of the document; each needs a probe in KnownOperations")
                .isEqualTo(known.keySet());
    }

    @TestFactory
    @DisplayName("reaches nothing")
    Stream<DynamicTest> reaches_nothing() {
        return document().stream()
                .map(it -> DynamicTest.dynamicTest(it.toString(), () -> {
                    switch (Objects.requireNonNull(known.get(it), "not known to the suite: " + it)) {
                        case Probe.OneResource probe -> isAbsent(it, probe);
                        case Probe.Listing probe -> holdsNothingOfA(it, probe);
                        case Probe.Counted _ -> isOfOnesOwn(it);
                        case Probe.Creation probe -> namesNothingOfA(probe);
                        case Probe.OperatorOnly probe -> isForTheOperator(probe);
                    }
                }));
    }

    @TestFactory
    @DisplayName("without a token, or with one that nobody signed, is refused")
    Stream<DynamicTest> needs_a_token() {
        return document().stream()
                .map(it -> DynamicTest.dynamicTest(it.toString(), () -> {
                    var request = Request.of(it.method(), it.path().contains("{") ? it.with(estateA.key()) : it.path());

                    var nobody = companyB.anonymous().send(request);
                    var forged = companyB.anonymous().send(request.header("Authorization", "Bearer e30.e30.e30"));

                    Problems.words(nobody, 401);
                    Problems.words(forged, 401);
                    assertThat(nobody.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
                }));
    }

    private void isAbsent(Operation operation, Probe.OneResource probe) {
        for (var precondition : List.of("\"1\"", "\"2\"", "*", "")) {
            var foreign = companyB.api().send(request(operation, probe, estateA, precondition));
            var absent = companyB.api().send(request(operation, probe, imagined, precondition));

            if (!precondition.isEmpty()) {
                Problems.words(foreign, 404);
            }
            assertThat(foreign.status()).as(foreign.toString()).isBetween(400, 499);
            assertThat(Problems.withoutInstance(foreign))
                    .as("%s, If-Match %s", operation, precondition)
                    .isEqualTo(Problems.withoutInstance(absent));
            holdsNoTraceOfA(Problems.withoutInstance(foreign));
        }
    }

    private Request request(Operation operation, Probe.OneResource probe, Estate whose, String precondition) {
        var request = Request.of(operation.method(), operation.with(probe.id().apply(whose)));
        if (probe.body().isPresent()) {
            request = request.body(probe.body().get().apply(estateB));
        }
        return precondition.isEmpty() ? request : request.header("If-Match", precondition);
    }

    private void holdsNothingOfA(Operation operation, Probe.Listing probe) {
        holdsNoTraceOfA(bodyFor(operation.path()));
        for (var filter : probe.filters()) {
            var foreign = companyB.api().get(operation.path() + "?" + filter.apply(estateA));
            var absent = companyB.api().get(operation.path() + "?" + filter.apply(imagined));

            assertThat(foreign).returns(absent.status(), Answer::status);
            if (operation.path().endsWith("/export")) {
                holdsNoTraceOfA(foreign.text());
            } else {
                assertThat(comparable(foreign, estateA)).isEqualTo(comparable(absent, imagined));
            }
        }
        holdsNoTraceOfA(withCursorOfA(operation.path()));
    }

    /** Every page that B gets, in one text. */
    private String bodyFor(String path) {
        var first = companyB.api().expect(Request.get(path), 200);
        var pages = new StringBuilder(first.text());
        if (first.contentType().equals("application/json") && first.json().has("items")) {
            companyB.api().all(path).forEach(pages::append);
        }
        return pages.toString();
    }

    /** What B gets for the place where A's own reading stands; empty where A's list has one page. */
    private String withCursorOfA(String path) {
        var page = companyA.api().get(Api.with(path, "limit", 1));
        if (!page.contentType().equals("application/json")) {
            return "";
        }
        var cursor = page.json().path("nextCursor");
        return cursor.isTextual()
                ? companyB.api()
                        .get(Api.with(Api.with(path, "limit", 1), "cursor", cursor.textValue()))
                        .text()
                : "";
    }

    private void isOfOnesOwn(Operation operation) {
        var first = Request.get(operation.with(1));
        var own = companyB.api().expect(first, 200);

        holdsNoTraceOfA(own.text());
        assertThat(own.json().required("committedAt"))
                .isNotEqualTo(companyA.api().expect(first, 200).json().required("committedAt"));
        Problems.words(companyB.api().get(operation.with(Long.MAX_VALUE)), 404);
    }

    private void namesNothingOfA(Probe.Creation probe) {
        var foreign = probe.naming().apply(estateA);
        var absent = probe.naming().apply(imagined);
        if (Arrays.equals(foreign.body(), absent.body())) {
            return; // it names nothing, so there is nothing to reach
        }

        var refused = companyB.api().send(foreign);
        var alike = companyB.api().send(absent);

        assertThat(refused.status()).as(refused.toString()).isIn(400, 404, 409, 422);
        Problems.words(refused, refused.status());
        assertThat(comparable(refused, estateA)).isEqualTo(comparable(alike, imagined));
    }

    private void isForTheOperator(Probe.OperatorOnly probe) {
        var refused = companyB.api().send(probe.request().apply(estateA));
        var alike = companyB.api().send(probe.request().apply(imagined));

        assertThat(Problems.words(refused, 403)).contains("operator");
        assertThat(Problems.withoutInstance(refused)).isEqualTo(Problems.withoutInstance(alike));
    }

    @Test
    @DisplayName("gets nothing for an idempotency key that another tenant used")
    void an_idempotency_key_is_ones_own() {
        var key = UUID.randomUUID().toString();
        var body = new NewEnvironment("same-" + key.substring(0, 8), null);
        var request = Request.post("/api/v1/environments", body).header("Idempotency-Key", key);

        var first = companyA.api().expect(request, 201).as(Environment.class);
        var again = companyA.api().expect(request, 201).as(Environment.class);
        var other = companyB.api().expect(request, 201).as(Environment.class);

        assertThat(again).isEqualTo(first);
        assertThat(other.id()).isNotEqualTo(first.id());
        companyA.api()
                .expect(
                        Request.of("DELETE", "/api/v1/environments/" + first.id())
                                .ifMatch(first.version()),
                        204);
    }

    @Test
    @DisplayName("as the operator, sees which tenants there are and nothing that is theirs")
    void the_operator_sees_no_content() {
        var operator = companyA.operator();

        assertThat(operator.all("/api/v1/tenants").toString()).contains(estateA.marker(), estateB.marker());
        for (var entry : known.entrySet()) {
            var operation = entry.getKey();
            if (operation.path().endsWith("/me/connections")
                    && operation.method().equals("GET")) {
                // Everybody's own, roles or none; an operator is nobody's person.
                assertThat(operator.all(operation.path())).isEmpty();
            } else if (entry.getValue() instanceof Probe.Listing
                    && !operation.path().matches(".*/(me|gateways)")) {
                Problems.words(operator.get(operation.path()), 403);
            }
        }
    }

    private List<Operation> document() {
        var answer = companyA.anonymous().expect(Request.get("/q/openapi?format=json"), 200);
        var operations = Operation.in(answer.as(JsonNode.class));
        assertThat(operations).isNotEmpty();
        return operations;
    }

    /** How far a report is behind may change between two readings; it is of the whole system, not of a tenant. */
    private static String comparable(Answer answer, Estate named) {
        var text = answer.contentType().contains("json") ? Problems.withoutInstance(answer) : answer.text();
        return answer.status() + " " + named.anonymized(text).replaceAll("\"lagSeconds\":\\d+", "");
    }

    private void holdsNoTraceOfA(String text) {
        assertThat(estateA.traces()).noneMatch(text::contains);
    }
}
