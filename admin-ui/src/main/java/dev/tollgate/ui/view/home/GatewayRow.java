package dev.tollgate.ui.view.home;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.tollgate.model.api.GatewayStatus;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.Texts;
import java.time.Instant;

/** A gateway as it last reported. */
final class GatewayRow extends Div {
    GatewayRow(GatewayStatus gateway, Instant now) {
        addClassName("gateway-row");
        Span name = new Span(gateway.id());
        name.addClassName("strong");
        Span region = new Span("region " + gateway.region());
        Span seen = new Span("heard from " + Texts.ago(gateway.lastSeenAt(), now));
        Long applied = gateway.appliedRevision();
        Span revision = new Span(applied == null ? "" : "serves revision " + applied);
        add(name, state(gateway), region, seen, revision);
        String rejection = gateway.rejection();
        if (rejection != null) {
            Span reason = new Span("refused revision " + gateway.rejectedRevision() + ": " + rejection);
            reason.addClassName("bad-text");
            add(reason);
        }
    }

    private static Span state(GatewayStatus gateway) {
        if (!gateway.live()) {
            return Badges.bad("silent");
        }
        return gateway.ready() ? Badges.good("serving") : Badges.waiting("starting");
    }
}
