package dev.tollgate.model.api;

import dev.tollgate.model.config.ScriptLimits;
import dev.tollgate.model.config.ToolMode;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant decides for itself, as written by a client.
 *
 * @param snapshotStalenessMaxSeconds 60 to 2,592,000; absent for gateways to serve however old their configuration is
 * @param signInEnvironment where people come to who sign in without a key; absent for the oldest
 * @param timeZone of its days, such as Europe/Vienna, where a limit names none; absent means UTC
 * @param weekStart where a limit names none; absent means Monday
 * @param yearStart the month with which years, and from it quarters, begin where a limit names none; absent means January
 * @param toolMode how tools are shown where neither key, group nor server says; absent means directly
 * @param approveDestructive whether somebody is asked before a tool is called that may destroy something by its hints or by {@code destructiveTools}, and of
 *     which nothing else is said; absent means no
 * @param scripts the most that one script may use; what is absent of it is the operator's maximum
 * @param destructiveTools patterns over {@code <server>__<tool>}, at most 100, of tools that count as such that may destroy
 *     something whatever their hints say; absent means none
 */
public record NewSettings(
        ApprovalRule approval,
        @Nullable Integer snapshotStalenessMaxSeconds,
        @Nullable UUID signInEnvironment,
        @Nullable String timeZone,
        @Nullable DayOfWeek weekStart,
        @Nullable Month yearStart,
        @Nullable ToolMode toolMode,
        @Nullable Boolean approveDestructive,
        @Nullable ScriptLimits scripts,
        @Nullable List<String> destructiveTools) {
    public static final int STALENESS_SECONDS_MAX = 2_592_000;
}
