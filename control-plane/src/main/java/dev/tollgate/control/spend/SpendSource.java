package dev.tollgate.control.spend;

/**
 * What reports are summed up from, as SQL for a table of the roll-up's dimensions and figures, with {@code at}: the second in
 * which a row's calls began, or the part of time that they lie in began.
 */
final class SpendSource {
    private static final String COLUMNS =
            "environment, key, server, tool, status, tier, customer, team, user, service, model,"
                    + " environment_name, key_name, server_name, customer_name, team_name, user_name, service_name, model_name,"
                    + " calls, cost, definition_tokens, argument_tokens, result_tokens, token_cost, latency_micros";

    private static final String ROLL_UP = "SELECT toInt64(toUnixTimestamp(hour)) AS at, " + COLUMNS
            + " FROM spend_hourly WHERE tenant = {tenant:UUID}"
            + " AND hour >= {from:DateTime64(6, 'UTC')} AND hour < {to:DateTime64(6, 'UTC')}";

    /** Sums calls up as the roll-up's view does, but by the parts that hours are to be told apart in. */
    private static final String CALLS = """
            SELECT roundDown(toInt64(toUnixTimestamp(started_at)), {parts:Array(Int64)}) AS at,
                ifNull(calls.environment, toUUID('00000000-0000-0000-0000-000000000000')) AS environment,
                ifNull(calls.key, '') AS key,
                ifNull(calls.server, toUUID('00000000-0000-0000-0000-000000000000')) AS server,
                if(isNull(calls.server), '', ifNull(calls.tool_name, '')) AS tool,
                status,
                ifNull(calls.tier, '') AS tier,
                ifNull(calls.customer, toUUID('00000000-0000-0000-0000-000000000000')) AS customer,
                ifNull(calls.team, toUUID('00000000-0000-0000-0000-000000000000')) AS team,
                ifNull(calls.user, toUUID('00000000-0000-0000-0000-000000000000')) AS user,
                ifNull(calls.service, toUUID('00000000-0000-0000-0000-000000000000')) AS service,
                ifNull(calls.model_id, toUUID('00000000-0000-0000-0000-000000000000')) AS model,
                argMaxState(ifNull(calls.environment_name, ''), started_at) AS environment_name,
                argMaxState(ifNull(calls.key_name, ''), started_at) AS key_name,
                argMaxState(ifNull(calls.server_name, ''), started_at) AS server_name,
                argMaxState(ifNull(calls.customer_name, ''), started_at) AS customer_name,
                argMaxState(ifNull(calls.team_name, ''), started_at) AS team_name,
                argMaxState(ifNull(calls.user_name, ''), started_at) AS user_name,
                argMaxState(ifNull(calls.service_name, ''), started_at) AS service_name,
                argMaxState(if(isNull(calls.model_id), '', ifNull(calls.model, '')), started_at) AS model_name,
                count() AS calls,
                sum(calls.cost) AS cost,
                sum(calls.definition_tokens) AS definition_tokens,
                sum(calls.argument_tokens) AS argument_tokens,
                sum(calls.result_tokens) AS result_tokens,
                sum(calls.token_cost) AS token_cost,
                quantilesTDigestState(0.5, 0.95)(calls.gateway_micros + calls.upstream_micros) AS latency_micros
            FROM calls WHERE tenant = {tenant:UUID}
                AND started_at >= {from:DateTime64(6, 'UTC')} AND started_at < {to:DateTime64(6, 'UTC')}
                AND toUnixTimestamp(toStartOfHour(toDateTime(started_at, 'UTC'))) IN {parted:Array(Int64)}
            GROUP BY at, environment, key, server, tool, status, tier, customer, team, user, service, model""";

    private SpendSource() {}

    /** The roll-up, where no hour is parted. */
    static String hours() {
        return "(" + ROLL_UP + ")";
    }

    /** The roll-up, and for the hours in {@code parted} the calls themselves. */
    static String hoursAndCalls() {
        return "(" + ROLL_UP + " AND toUnixTimestamp(hour) NOT IN {parted:Array(Int64)} UNION ALL " + CALLS + ")";
    }
}
