package dev.tollgate.ui.view.keys;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.api.VisibleTool;
import dev.tollgate.ui.client.Lookup;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.Links;
import dev.tollgate.ui.view.layout.Texts;
import java.util.List;
import java.util.stream.Collectors;

/** One key: its life, and which tools it sees right now. */
final class KeyDetail extends Composite<DetailPanel> {
    static final String ROTATE = "key-rotate";
    static final String REVOKE = "key-revoke";
    static final String EDIT = "key-edit";
    static final String TOOLS = "key-tools";

    private final VirtualKey key;
    private final Lookup lookup;
    private final List<VisibleTool> tools;
    private final KeyActions actions;
    private final Runnable close;

    KeyDetail(VirtualKey key, Lookup lookup, List<VisibleTool> tools, KeyActions actions, Runnable close) {
        this.key = key;
        this.lookup = lookup;
        this.tools = tools;
        this.actions = actions;
        this.close = close;
    }

    static Span badge(VirtualKey key) {
        return switch (key.state()) {
            case ACTIVE -> Badges.good("active");
            case EXPIRED -> Badges.waiting("expired");
            case REVOKED -> Badges.bad("revoked");
        };
    }

    @Override
    protected DetailPanel initContent() {
        DetailPanel panel = new DetailPanel(key.name(), close, badge(key));
        panel.fact("Begins with", key.hint())
                .fact("Environment", key.environmentName())
                .fact("Groups", groups())
                .fact("Own patterns", grants())
                .fact("Issued", Texts.minute(key.createdAt()))
                .fact("Expires", key.expiresAt() == null ? "never" : Texts.minute(key.expiresAt()))
                .fact("Rotated", key.rotatedAt() == null ? "never" : Texts.minute(key.rotatedAt()))
                .fact("Calls", Links.text("Show its calls", "calls?key=" + key.id()));
        if (key.state() == VirtualKey.State.REVOKED) {
            panel.fact("Revoked", Texts.minute(key.revokedAt())).fact("Reason", Texts.orNone(key.revokedReason()));
        }
        panel.section("Tools that it sees", visible());
        return actions.allowedOn(key) ? panel.actions(buttons()) : panel;
    }

    private Component[] buttons() {
        Button revoke = actions.button(REVOKE, "Revoke…", () -> actions.revoke(key));
        revoke.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
        return new Component[] {
            actions.button(EDIT, "Edit…", () -> actions.edit(key, lookup)),
            actions.button(ROTATE, "Rotate…", () -> actions.rotate(key)),
            revoke
        };
    }

    private String grants() {
        return key.grants().isEmpty()
                ? Texts.NONE
                : key.grants().stream().map(ToolGrant::toString).collect(Collectors.joining(", "));
    }

    private String groups() {
        String names = key.groupIds().stream()
                .map(id -> lookup.group(id).map(ToolGroup::name).orElse("(deleted)"))
                .collect(Collectors.joining(", "));
        return Texts.orNone(names);
    }

    private Component visible() {
        Div list = new Div();
        list.setId(TOOLS);
        list.addClassName("chips");
        if (tools.isEmpty()) {
            Paragraph none = new Paragraph(none());
            none.addClassName("secondary");
            list.add(none);
        }
        tools.forEach(tool -> {
            Span chip = new Span(tool.exposedName());
            chip.addClassName("chip");
            chip.setTitle(tool.toolName() + " of " + tool.serverName());
            list.add(chip);
        });
        return list;
    }

    private String none() {
        return key.state() == VirtualKey.State.ACTIVE
                ? "None. Give it a group or a pattern, and check that the tools are approved and in its environment."
                : "None: the key is not accepted any more.";
    }
}
