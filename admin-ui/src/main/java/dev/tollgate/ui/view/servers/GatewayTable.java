package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import dev.tollgate.model.api.GatewayHealth;
import dev.tollgate.model.api.HealthByGateway;
import dev.tollgate.model.health.FailureStage;
import dev.tollgate.ui.view.layout.Cells;
import dev.tollgate.ui.view.layout.Texts;
import java.time.Instant;
import java.util.function.Supplier;

/** How a server does at each gateway that calls it, as it was when it was last asked for. */
final class GatewayTable extends Div {
    static final String ID = "server-gateways";

    private final Supplier<HealthByGateway> source;

    GatewayTable(Supplier<HealthByGateway> source) {
        this.source = source;
        setId(ID);
        addClassName("gateway-health");
        refresh();
    }

    void refresh() {
        HealthByGateway health = source.get();
        removeAll();
        if (health.gateways().isEmpty()) {
            add(new Paragraph("No gateway has called it since it started. Each says here how its calls go."));
        } else {
            add(table(health));
        }
        Paragraph asOf = new Paragraph("As of " + Texts.time(health.asOf()));
        asOf.addClassName("secondary");
        add(asOf);
    }

    private static NativeTable table(HealthByGateway health) {
        NativeTable table = new NativeTable();
        NativeTableRow head = table.getHead().addRow();
        for (String heading : new String[] {"Gateway", "State", "Last answer", "Last failure"}) {
            NativeTableHeaderCell cell = head.addHeaderCell();
            cell.setText(heading);
            cell.getElement().setAttribute("scope", "col");
        }
        for (GatewayHealth one : health.gateways()) {
            NativeTableRow row = table.getBody().addRow();
            row.addDataCell().setText(one.gateway());
            row.addDataCell().add(state(one, health.asOf()));
            row.addDataCell().setText(Texts.ago(one.lastSuccessAt(), health.asOf()));
            row.addDataCell().add(failure(one, health.asOf()));
        }
        return table;
    }

    private static Component state(GatewayHealth one, Instant asOf) {
        Div cell = Cells.stack(Health.badge(one.state()));
        if (one.state() == GatewayHealth.State.STALE) {
            cell.add(Cells.note("silent; it last said something " + Texts.ago(one.reportedAt(), asOf)));
        } else if (one.retryAt() != null) {
            cell.add(Cells.note(
                    one.retryAt().isAfter(asOf)
                            ? "tried again at " + Texts.time(one.retryAt())
                            : "tried with the next call"));
        } else if (one.failuresInARow() > 0) {
            cell.add(
                    Cells.note(one.failuresInARow() + (one.failuresInARow() == 1 ? " failure" : " failures in a row")));
        }
        return cell;
    }

    private static Component failure(GatewayHealth one, Instant asOf) {
        GatewayHealth.Failure failure = one.lastFailure();
        if (failure == null) {
            return Cells.stack(Cells.note("none"));
        }
        return Cells.stack(
                Cells.note(stage(failure.stage()) + ": it " + failure.message()),
                Cells.note(Texts.ago(failure.at(), asOf)));
    }

    private static String stage(FailureStage stage) {
        return switch (stage) {
            case ADDRESS -> "address";
            case RESOLVE -> "finding its address";
            case CONNECT -> "connecting";
            case TLS -> "secure connection";
            case HANDSHAKE -> "beginning a session";
            case CALL -> "call";
        };
    }
}
