package dev.tollgate.ui.view.keys;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tollgate.model.api.LastUse;
import dev.tollgate.model.api.ToolGrant;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.api.VisibleTool;
import dev.tollgate.ui.client.Chain;
import dev.tollgate.ui.client.Lookup;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.Links;
import dev.tollgate.ui.view.layout.SubjectWords;
import dev.tollgate.ui.view.layout.Texts;
import dev.tollgate.ui.view.layout.ThroughWords;
import dev.tollgate.ui.view.layout.ToolModeField;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One key: its life, and which tools it sees right now. */
final class KeyDetail extends Composite<DetailPanel> {
    static final String ROTATE = "key-rotate";
    static final String REVOKE = "key-revoke";
    static final String EDIT = "key-edit";
    static final String TOOLS = "key-tools";

    private final VirtualKey key;
    private final Chain chain;
    private final Lookup lookup;
    private final List<VisibleTool> tools;
    private final KeyActions actions;
    private final Runnable close;

    KeyDetail(VirtualKey key, Chain chain, Lookup lookup, List<VisibleTool> tools, KeyActions actions, Runnable close) {
        this.chain = chain;
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
                .fact("Owner", owner())
                .fact("Environment", key.environmentName())
                .fact("Groups of its own", groups())
                .fact("Own patterns", grants())
                .fact("Issued", Texts.minute(key.createdAt()))
                .fact("Expires", key.expiresAt() == null ? "never" : Texts.minute(key.expiresAt()))
                .fact("Rotated", key.rotatedAt() == null ? "never" : Texts.minute(key.rotatedAt()))
                .fact("Next secret due", rotation())
                .fact("Last used", lastUsed())
                .fact("Accepted from", key.sources().isEmpty() ? "anywhere" : String.join(", ", key.sources()))
                .fact("Content", KeyLimits.words(key.contentLogging()))
                .fact("Tools are shown", ToolModeField.words(key.toolMode(), KeyLimits.MODE_UNSAID))
                .fact("Labels", labels())
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
        if (tools.isEmpty()) {
            Paragraph none = new Paragraph(none());
            none.setId(TOOLS);
            none.addClassName("secondary");
            return none;
        }
        UnorderedList list = new UnorderedList();
        list.setId(TOOLS);
        list.addClassName("plain-list");
        tools.forEach(tool -> {
            Span chip = new Span(tool.exposedName());
            chip.addClassName("chip");
            chip.setTitle(tool.toolName() + " of " + tool.serverName());
            Span ways = new Span(ToolModeField.word(tool.toolMode())
                    + (tool.asksFirst() ? ", asked first" : "")
                    + ", through " + ThroughWords.of(tool.through(), this::subject));
            ways.addClassNames("secondary", "through");
            list.add(new ListItem(chip, ways));
        });
        return list;
    }

    private String rotation() {
        return key.rotation() == null
                ? "when you rotate it"
                : Texts.minute(key.rotationDueAt()) + ", every "
                        + key.rotation().everyDays() + " days";
    }

    private String lastUsed() {
        LastUse use = key.lastUsed();
        return use == null
                ? "never"
                : Texts.ago(use.at(), Instant.now()) + " at " + use.gateway()
                        + (use.agent() == null ? "" : " by " + use.agent());
    }

    private String owner() {
        String owner = SubjectWords.full(chain.links().getFirst());
        String provider = key.modelProvider();
        return provider == null ? owner : owner + ", with models of " + provider;
    }

    private String subject(String ref) {
        return chain.link(ref).map(SubjectWords::full).orElse(ref.replace("provider:", "model provider "));
    }

    private Component labels() {
        if (key.labels().isEmpty()) {
            return new Span(Texts.NONE);
        }
        Div chips = new Div();
        chips.addClassName("chips");
        new TreeMap<>(key.labels()).forEach((name, value) -> {
            Span chip = new Span(name + ":" + value);
            chip.addClassName("chip");
            chips.add(chip);
        });
        return chips;
    }

    private String none() {
        return key.state() == VirtualKey.State.ACTIVE
                ? "None. Give it a group or a pattern, and check that the tools are approved and in its environment."
                : "None: the key is not accepted any more.";
    }
}
