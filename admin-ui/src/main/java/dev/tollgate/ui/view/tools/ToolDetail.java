package dev.tollgate.ui.view.tools;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tollgate.model.api.Tool;
import dev.tollgate.ui.client.Lookup;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.Texts;
import java.util.ArrayList;
import java.util.List;

/** One tool: what it says of itself, what changed, and the decision about it. */
final class ToolDetail extends Composite<DetailPanel> {
    static final String APPROVE = "tool-approve";
    static final String REJECT = "tool-reject";
    static final String RETIRE = "tool-retire";
    static final String NAME = "tool-name";
    static final String FLAGS = "tool-flags";
    static final String PRICE = "tool-price";

    private final TollgateApi api;
    private final Tool tool;
    private final Lookup lookup;
    private final ToolActions actions;
    private final Runnable close;

    ToolDetail(TollgateApi api, Tool tool, Lookup lookup, ToolActions actions, Runnable close) {
        this.api = api;
        this.tool = tool;
        this.lookup = lookup;
        this.actions = actions;
        this.close = close;
    }

    static Span badge(Tool tool) {
        return switch (tool.state()) {
            case APPROVED -> Badges.good("approved");
            case QUARANTINED -> Badges.waiting(tool.pendingDefinition() == null ? "waiting" : "changed, waiting");
            case RETIRED -> Badges.neutral("retired");
        };
    }

    @Override
    protected DetailPanel initContent() {
        DetailPanel panel = new DetailPanel(tool.name(), close, badge(tool));
        panel.fact("Server", tool.serverName())
                .fact("Name for agents", Texts.orNone(tool.exposedName()))
                .fact(
                        "Description for agents",
                        tool.descriptionOverride() == null ? "the server's" : tool.descriptionOverride())
                .fact("Before a call", NamingDialog.words(tool.callApproval()))
                .fact("Price per call", price())
                .fact("First seen", Texts.minute(tool.firstSeenAt()))
                .fact("Last seen", Texts.minute(tool.lastSeenAt()))
                .fact("SHA-256", hash(tool.definitionHash()));
        String pendingHash = tool.pendingDefinitionHash();
        if (pendingHash != null) {
            panel.fact("SHA-256 waiting", hash(pendingHash));
        }
        Paragraph note = new Paragraph(note());
        note.addClassName("secondary");
        if (!tool.flags().isEmpty()) {
            panel.addComponentAtIndex(1, flags());
        }
        if (tool.pendingDefinition() == null) {
            panel.section("Who can call this", new Callers(api, tool));
            panel.section("Definition", note, new DefinitionView(tool));
        } else {
            panel.section("What changed", note, new ChangeList(api.toolDiff(tool.id())));
            panel.section("The definitions beside each other", new DefinitionView(tool));
            panel.section("Who can call this", new Callers(api, tool));
        }
        return panel.actions(buttons().toArray(Component[]::new));
    }

    /** In our words alone: a flag says what is suspicious and repeats none of it. */
    private Component flags() {
        UnorderedList reasons = new UnorderedList();
        tool.flags().forEach(flag -> reasons.add(new ListItem(flag.words())));
        Div box = new Div(new Span("Look twice before you approve this:"), reasons);
        box.setId(FLAGS);
        box.addClassNames("warn-box", "flags");
        return box;
    }

    private String note() {
        if (tool.pendingDefinition() != null) {
            return "Agents go on seeing the approved definition until you approve the new one.";
        }
        return switch (tool.state()) {
            case APPROVED -> "Agents see exactly this. If the server changes it, the change waits for you.";
            case QUARANTINED ->
                "No agent sees this tool yet. The text comes from the server: read it as you would read"
                        + " a stranger's instructions to your agents.";
            case RETIRED -> "No agent sees this tool.";
        };
    }

    private String price() {
        return lookup.priceOf(tool.serverId(), tool.name())
                .map(price -> Texts.price(price) + (price.toolName() == null ? " (the server's price)" : ""))
                .orElse("free");
    }

    private static Component hash(String hash) {
        Span span = new Span(hash);
        span.addClassName("code-text");
        return span;
    }

    private List<Component> buttons() {
        List<Component> buttons = new ArrayList<>();
        if (actions.mayApprove(tool)) {
            Button approve = new Button("Approve", event -> actions.approve(tool));
            approve.setId(APPROVE);
            approve.addThemeVariants(ButtonVariant.PRIMARY);
            approve.setDisableOnClick(true);
            buttons.add(approve);
        }
        if (actions.mayReject(tool)) {
            Button reject = new Button("Reject", event -> actions.reject(tool));
            reject.setId(REJECT);
            reject.setDisableOnClick(true);
            buttons.add(reject);
        }
        if (actions.mayName()) {
            Button name = new Button("Name…", event -> actions.name(tool));
            name.setId(NAME);
            buttons.add(name);
        }
        if (actions.mayPrice()) {
            Button price = new Button("Set price…", event -> actions.price(tool, lookup));
            price.setId(PRICE);
            buttons.add(price);
        }
        if (actions.mayRetire(tool)) {
            Button retire = new Button("Retire…", event -> actions.retire(tool));
            retire.setId(RETIRE);
            retire.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
            buttons.add(retire);
        }
        return buttons;
    }
}
