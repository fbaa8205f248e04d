package dev.tollgate.ui.view.limits;

import com.vaadin.flow.component.Component;
import dev.tollgate.model.api.Enforcement;
import dev.tollgate.model.api.Limit;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Cells;

/** Asks for what is used of limits as their rows come into sight. While the store of calls is away it is asked once, not for each row. */
final class Usages {
    private static final int AWAY = 503;

    private final TollgateApi api;
    private boolean callsAway;

    Usages(TollgateApi api) {
        this.api = api;
    }

    /** Begins anew. */
    void forget() {
        callsAway = false;
    }

    Component cell(Limit limit) {
        boolean fromCalls = limit.enforcement() == Enforcement.WARN;
        if (fromCalls && callsAway) {
            return unknown();
        }
        try {
            return new UsageCell(limit, api.limitUsage(limit.id()));
        } catch (ApiProblem problem) {
            callsAway = callsAway || fromCalls && problem.status() == AWAY;
            return unknown();
        }
    }

    private static Component unknown() {
        return Cells.small("not known right now");
    }
}
