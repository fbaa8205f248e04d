package dev.tollgate.ui.fake;

import dev.tollgate.model.api.Call;
import dev.tollgate.model.api.CallPrice;
import dev.tollgate.model.api.CallTokens;
import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.SpendPeriods;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.SpendRow;
import dev.tollgate.model.api.SpendTokens;
import dev.tollgate.model.api.TokenPrice;
import dev.tollgate.model.event.CallStatus;
import dev.tollgate.model.money.Money;
import dev.tollgate.model.price.Content;
import dev.tollgate.model.price.Measure;
import dev.tollgate.model.price.ModelVersion;
import dev.tollgate.model.price.PriceExplanation;
import dev.tollgate.model.price.PriceVersion;
import dev.tollgate.model.price.Quantities;
import dev.tollgate.model.quota.WindowLength;
import dev.tollgate.model.token.TokenCounts;
import dev.tollgate.ui.client.TollgateApi;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Recorded calls in memory, and what they cost. */
interface FakeCalls extends TollgateApi {
    /** What every call of the demo counts. */
    Map<Measure, Long> COUNTED = Map.of(new Measure.Calls(), 1L, new Measure.Bytes(Content.RESULT), 2_000L);

    FakeContent content();

    @Override
    default CallPrice callPrice(UUID id) {
        Call call = FakeContent.one(content().calls, Call::id, id);
        PriceVersion version = content().prices.getFirst().current();
        PriceExplanation explanation =
                Objects.requireNonNull(version).terms().price(call.status(), new Quantities(COUNTED, Map.of()));
        return content()
                .answer(new CallPrice(
                        call.cost(),
                        content().prices.getFirst().id(),
                        version,
                        explanation.toString(),
                        explanation.lines(),
                        explanation.total(),
                        call.tokens() == null ? null : tokenPrice(call.tokens())));
    }

    private TokenPrice tokenPrice(CallTokens tokens) {
        ModelVersion version = content().models.stream()
                .filter(model -> model.id().equals(tokens.modelId()))
                .map(Model::current)
                .findFirst()
                .orElse(null);
        if (version == null) {
            return new TokenPrice(
                    tokens.cost(), tokens.model(), null, null, "0 = without rates", List.of(), tokens.cost());
        }
        TokenCounts counts = new TokenCounts(tokens.definitions(), tokens.arguments(), tokens.result());
        Money total = version.rates().cost(counts);
        return new TokenPrice(
                tokens.cost(),
                tokens.model(),
                tokens.modelId(),
                version,
                total.dollars() + " = its lines",
                version.rates().explain(counts),
                total);
    }

    @Override
    default SpendReport spend(
            String groupBy, String fromDay, String toDay, @Nullable String zone, @Nullable UUID model) {
        content().log.add("spend " + groupBy + " " + fromDay + " " + toDay + " " + zone + " " + model);
        ZoneId days = ZoneId.of(zone == null ? "UTC" : zone);
        Instant from = LocalDate.parse(fromDay).atStartOfDay(days).toInstant();
        Instant to = LocalDate.parse(toDay).atStartOfDay(days).toInstant();
        List<Call> within = content().calls.stream()
                .filter(call ->
                        !call.startedAt().isBefore(from) && call.startedAt().isBefore(to))
                .filter(call -> isOf(model, call))
                .toList();
        Map<String, List<Call>> groups = groupBy.isEmpty()
                ? Map.of()
                : within.stream()
                        .collect(Collectors.groupingBy(
                                call -> group(groupBy, call, days), TreeMap::new, Collectors.toList()));
        return content()
                .answer(new SpendReport(
                        from,
                        to,
                        days.getId(),
                        DayOfWeek.MONDAY,
                        groupBy.isEmpty() ? List.of() : List.of(groupBy),
                        groups.entrySet().stream()
                                .map(entry -> row(
                                        named(
                                                groupBy,
                                                entry.getKey(),
                                                entry.getValue().getFirst()),
                                        entry.getValue()))
                                .toList(),
                        row(Map.of(), within),
                        3L));
    }

    private static boolean isOf(@Nullable UUID model, Call call) {
        return model == null
                || (call.tokens() != null && model.equals(call.tokens().modelId()));
    }

    private static Map<String, String> named(String by, String value, Call call) {
        return switch (by) {
            case "key" -> Map.of(by, value, "keyName", String.valueOf(call.keyName()));
            case "server" -> Map.of(by, value, "serverName", String.valueOf(call.serverName()));
            case "model" ->
                Map.of(
                        by,
                        value,
                        "modelName",
                        call.tokens() == null
                                ? ""
                                : String.valueOf(call.tokens().model()));
            case "environment" -> Map.of(by, value, "environmentName", String.valueOf(call.environmentName()));
            default -> Map.of(by, value);
        };
    }

    private static String group(String by, Call call, ZoneId zone) {
        return switch (by) {
            case "key" -> String.valueOf(call.keyId());
            case "tool" -> call.toolName() == null ? "" : call.toolName();
            case "server" -> String.valueOf(call.serverId());
            case "environment" -> String.valueOf(call.environmentId());
            case "model" ->
                call.tokens() == null || call.tokens().modelId() == null
                        ? ""
                        : call.tokens().modelId().toString();
            case "status" -> call.status().name();
            case "month" -> period(WindowLength.MONTH, call, zone);
            case "week" -> period(WindowLength.WEEK, call, zone);
            case "day" -> period(WindowLength.DAY, call, zone);
            case "hour" -> period(WindowLength.HOUR, call, zone);
            default -> throw new IllegalArgumentException("no such dimension: " + by);
        };
    }

    private static String period(WindowLength length, Call call, ZoneId zone) {
        SpendPeriods periods = new SpendPeriods(length, zone, DayOfWeek.MONDAY);
        return periods.name(periods.at(call.startedAt()).start());
    }

    private static SpendRow row(Map<String, String> group, List<Call> calls) {
        return new SpendRow(
                group,
                calls.size(),
                calls.stream()
                        .filter(call -> call.status() == CallStatus.TOOL_ERROR)
                        .count(),
                calls.stream()
                        .filter(call -> call.status() == CallStatus.REFUSED)
                        .count(),
                calls.stream().map(Call::cost).reduce(Money.ZERO, Money::plus),
                calls.stream()
                        .map(Call::tokens)
                        .filter(Objects::nonNull)
                        .map(one -> new SpendTokens(one.definitions(), one.arguments(), one.result()))
                        .reduce(SpendTokens.NONE, SpendTokens::plus),
                calls.stream()
                        .map(Call::tokens)
                        .filter(Objects::nonNull)
                        .map(CallTokens::cost)
                        .reduce(Money.ZERO, Money::plus),
                42_000,
                98_000);
    }

    @Override
    default byte[] spendCsv(String groupBy, String from, String to, @Nullable String zone, @Nullable UUID model) {
        return (groupBy + ",calls,cost\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    default Page<Call> calls(
            @Nullable String key,
            @Nullable UUID server,
            @Nullable String tool,
            @Nullable CallStatus status,
            @Nullable UUID model,
            int limit,
            @Nullable String cursor) {
        return content()
                .page(
                        content().calls.stream()
                                .filter(call -> key == null || key.equals(call.keyId()))
                                .filter(call -> server == null || server.equals(call.serverId()))
                                .filter(call -> tool == null || tool.equals(call.toolName()))
                                .filter(call -> status == null || call.status() == status)
                                .filter(call -> isOf(model, call))
                                .toList(),
                        limit,
                        cursor);
    }
}
