package dev.tollgate.control.limit;

import dev.tollgate.control.clickhouse.Sql;
import dev.tollgate.control.publish.PublishedState;
import dev.tollgate.model.access.ToolNames;
import dev.tollgate.model.config.ConfigKind;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.ToolConfig;
import dev.tollgate.model.config.ToolGroupConfig;
import dev.tollgate.model.id.Slug;
import dev.tollgate.model.quota.Period;
import dev.tollgate.model.quota.QuotaLimit;
import dev.tollgate.model.quota.QuotaSubject;
import dev.tollgate.model.quota.QuotaUnit;
import dev.tollgate.model.quota.QuotaWindow;
import dev.tollgate.model.quota.WindowLength;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which of the stored calls count for a limit: all of its subject that were not refused. */
@ApplicationScoped
class LimitedCalls {
    /** Exact, and too long to read for a year. */
    private static final String CALLS = """
            SELECT ifNull(calls.server, toUUID('00000000-0000-0000-0000-000000000000')) AS of_server,
                if(isNull(calls.server), '', ifNull(tool_name, '')) AS of_tool,
                countIf(status != 'REFUSED') AS n, sum(cost) AS dollars, %s AS tokens, min(started_at) AS first_at
            FROM calls WHERE tenant = {tenant:UUID}
                AND started_at >= {from:DateTime64(6, 'UTC')} AND started_at < {to:DateTime64(6, 'UTC')}""";

    private static final String HOURS = """
            SELECT spend_hourly.server AS of_server, toString(tool) AS of_tool,
                sumIf(calls, status != 'REFUSED') AS n, sum(cost) AS dollars, %s AS tokens, min(hour) AS first_at
            FROM spend_hourly WHERE tenant = {tenant:UUID}
                AND hour >= {from:DateTime64(6, 'UTC')} AND hour < {to:DateTime64(6, 'UTC')}""";

    private static final String TOKENS = "sumIf(argument_tokens + result_tokens, status != 'REFUSED')";
    private static final String BY_TOOL = " GROUP BY of_server, of_tool";

    private final PublishedState published;

    LimitedCalls(PublishedState published) {
        this.published = published;
    }

    /** Calls of one tool; without a server they are nobody's. */
    record OfTool(UUID server, String tool) {}

    /** Sums by tool. Windows of more than a day are widened to whole hours, the roll-up's grain. */
    Sql query(QuotaLimit limit, Period period) {
        boolean exact = length(limit.window()).compareTo(WindowLength.DAY) <= 0;
        QuotaSubject subject = limit.subject();
        String sums = (exact ? CALLS : HOURS).formatted(limit.unit() == QuotaUnit.TOKENS ? TOKENS : "0");
        Sql sql = Sql.of(sums + condition(subject) + BY_TOOL)
                .with("tenant", limit.tenant().value())
                .with("from", exact ? period.start() : period.start().truncatedTo(ChronoUnit.HOURS))
                .with("to", period.end());
        return switch (subject.kind()) {
            case TIER, KEY -> sql.with("subject", subject.id());
            case CUSTOMER, TEAM, USER, SERVICE, SERVER -> sql.with("subject", UUID.fromString(subject.id()));
            case TENANT, TOOL, TOOL_GROUP -> sql;
            case PRICE -> throw hasNone(subject);
        };
    }

    private static WindowLength length(QuotaWindow window) {
        return switch (window) {
            case QuotaWindow.Rolling rolling -> rolling.length();
            case QuotaWindow.Calendar calendar -> calendar.length();
            case QuotaWindow.Running _ -> throw new IllegalStateException("calls that were stored run no more");
        };
    }

    private static String condition(QuotaSubject subject) {
        return switch (subject.kind()) {
            case TIER -> " AND tier = {subject:String}";
            case KEY -> " AND key = {subject:String}";
            case CUSTOMER -> " AND customer = {subject:UUID}";
            case TEAM -> " AND team = {subject:UUID}";
            case USER -> " AND user = {subject:UUID}";
            case SERVICE -> " AND service = {subject:UUID}";
            case SERVER -> " AND server = {subject:UUID}";
            case TENANT, TOOL, TOOL_GROUP -> "";
            case PRICE -> throw hasNone(subject);
        };
    }

    /** What else of the sums counts: of a tool, or of the tools of a group as its patterns are now. */
    @Transactional
    Predicate<OfTool> counting(QuotaSubject subject) {
        return switch (subject.kind()) {
            case TENANT, TIER, CUSTOMER, TEAM, USER, SERVICE, KEY, SERVER -> _ -> true;
            case TOOL ->
                published
                        .find(ConfigKind.TOOL, subject.id())
                        .map(ToolConfig.class::cast)
                        .map(tool -> new OfTool(tool.server().value(), tool.name()))
                        .<Predicate<OfTool>>map(tool -> tool::equals)
                        .orElse(_ -> false);
            case TOOL_GROUP ->
                published
                        .find(ConfigKind.GROUP, subject.id())
                        .map(ToolGroupConfig.class::cast)
                        .map(this::inGroup)
                        .orElse(_ -> false);
            case PRICE -> throw hasNone(subject);
        };
    }

    private static IllegalStateException hasNone(QuotaSubject subject) {
        return new IllegalStateException("has no limits: " + subject);
    }

    private Predicate<OfTool> inGroup(ToolGroupConfig group) {
        Map<UUID, Slug> servers = published.ofKinds(ConfigKind.SERVER).stream()
                .map(ServerConfig.class::cast)
                .collect(Collectors.toMap(server -> server.id().value(), ServerConfig::name));
        return of -> {
            Slug server = servers.get(of.server());
            return server != null
                    && group.patterns().stream()
                            .anyMatch(pattern -> pattern.tools().matches(ToolNames.canonical(server, of.tool())));
        };
    }
}
