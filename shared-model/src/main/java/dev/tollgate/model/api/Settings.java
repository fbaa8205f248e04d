package dev.tollgate.model.api;

import dev.tollgate.model.config.ScriptLimits;
import dev.tollgate.model.config.ScriptMaxima;
import dev.tollgate.model.config.ToolMode;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant decides for itself.
 *
 * @param snapshotStalenessMaxSeconds a gateway whose configuration is older refuses the tenant's calls; absent if it serves
 *     however old it is
 * @param signInEnvironment where people come to who sign in without a key; absent if it is the oldest
 * @param timeZone of its days, such as Europe/Vienna, where a limit names none; absent means UTC
 * @param weekStart where a limit names none; absent means Monday
 * @param yearStart the month with which years, and from it quarters, begin where a limit names none; absent means January
 * @param toolMode how tools are shown where neither key, group nor server says; absent means directly
 * @param approveDestructive whether somebody is asked before a tool is called that may destroy something by its hints or by {@code destructiveTools}, and of
 *     which nothing else is said
 * @param scripts the most that one script may use; what is absent of it is the operator's maximum
 * @param destructiveTools patterns over {@code <server>__<tool>}, at most 100, of tools that count as such that may destroy
 *     something whatever their hints say
 * @param scriptMaxima the operator's maxima
 */
public record Settings(
        ApprovalRule approval,
        @Nullable Integer snapshotStalenessMaxSeconds,
        @Nullable UUID signInEnvironment,
        @Nullable String timeZone,
        @Nullable DayOfWeek weekStart,
        @Nullable Month yearStart,
        @Nullable ToolMode toolMode,
        boolean approveDestructive,
        @Nullable ScriptLimits scripts,
        List<String> destructiveTools,
        ScriptMaxima scriptMaxima,
        long version) {}
