package dev.tollgate.ui.view.calls;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import dev.tollgate.model.api.Call;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.Texts;
import java.util.Objects;

/** One call as recorded. Names that agents and servers gave are shown as text. */
final class CallDetail extends Composite<DetailPanel> {
    private final TollgateApi api;
    private final Call call;
    private final Runnable close;

    CallDetail(TollgateApi api, Call call, Runnable close) {
        this.api = api;
        this.call = call;
        this.close = close;
    }

    @Override
    protected DetailPanel initContent() {
        String title = call.toolName() == null ? call.method() : call.toolName();
        DetailPanel panel = new DetailPanel(title, close, Outcome.badge(call));
        panel.fact("Started", Texts.time(call.startedAt()))
                .fact("Cost", call.cost().words())
                .fact("Tokens", TokenWords.counts(call.tokens()))
                .fact("Model", TokenWords.model(call.tokens()))
                .fact("Token cost", TokenWords.cost(call.tokens()))
                .fact("Time in Tollgate", Texts.micros(call.gatewayMicros()))
                .fact("Time at the server", Texts.micros(call.upstreamMicros()))
                .fact("Request", Texts.bytes(call.requestBytes()))
                .fact("Answer", Texts.bytes(call.responseBytes()))
                .fact("Key", Texts.orNone(call.keyName() == null ? call.keyId() : call.keyName()))
                .fact("Environment", Texts.orNone(call.environmentName()))
                .fact("Server", Texts.orNone(call.serverName()))
                .fact("Agent", agent())
                .fact("Method", call.method())
                .fact("Attempts", Long.toString(call.attempts()))
                .fact("Protocol", Texts.orNone(call.protocolVersion()))
                .fact("Gateway", call.gateway() + ", region " + call.region())
                .fact("Revision", Long.toString(call.snapshotRevision()))
                .fact("Definition", Texts.orNone(call.definitionHash()))
                .fact("Trace", Texts.orNone(call.traceId()))
                .fact("Parent request", Texts.orNone(call.parentRequest()))
                .fact("Parent usage", TokenWords.usage(call.parentUsage()))
                .fact("Call id", call.id().toString())
                .fact("Made by the script of call", Objects.toString(call.parentCallId(), "none"));
        Paragraph explanation = new Paragraph(Outcome.explanation(call));
        return panel.section("What happened", explanation)
                .section("Why it cost this", new PriceReasons(api, call.id()));
    }

    private String agent() {
        String version = call.agentVersion();
        return Texts.orNone(call.agentName()) + (version == null ? "" : " " + version);
    }
}
