package dev.tollgate.ui.view.groups;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.ui.client.Target;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.Texts;
import dev.tollgate.ui.view.layout.ToolModeField;
import java.util.List;
import java.util.function.Consumer;

/** One group: its patterns with their conditions, and what it is attached to. */
final class GroupDetail extends Composite<DetailPanel> {
    static final String ATTACHED = "group-attached";
    static final String EDIT = "group-edit";
    static final String ATTACH = "group-attach";

    private final ToolGroup group;
    private final List<Target> attached;
    private final boolean mayChange;
    private final Consumer<ToolGroup> edit;
    private final Consumer<ToolGroup> attach;
    private final Runnable close;

    GroupDetail(
            TollgateApi api,
            ToolGroup group,
            boolean mayChange,
            Consumer<ToolGroup> edit,
            Consumer<ToolGroup> attach,
            Runnable close) {
        this.group = group;
        this.mayChange = mayChange;
        this.edit = edit;
        this.attach = attach;
        this.close = close;
        attached = AttachmentWords.read(api, group);
    }

    @Override
    protected DetailPanel initContent() {
        DetailPanel panel = new DetailPanel(group.name(), close);
        panel.fact("Description", Texts.orNone(group.description()))
                .fact("Tools are shown", ToolModeField.words(group.toolMode(), GroupDialog.MODE_UNSAID))
                .fact("Created", Texts.minute(group.createdAt()));
        panel.section("Tools", patterns()).section("Attached to", attached());
        if (mayChange) {
            Button change = new Button("Edit…", event -> edit.accept(group));
            change.setId(EDIT);
            Button add = new Button("Attach…", event -> attach.accept(group));
            add.setId(ATTACH);
            panel.actions(change, add);
        }
        return panel;
    }

    private Component patterns() {
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        group.patterns().forEach(grant -> {
            Span chip = new Span(grant.tools());
            chip.addClassName("chip");
            ListItem item = new ListItem(chip);
            if (grant.when() != null) {
                Span when = new Span("if " + grant.when());
                when.addClassNames("secondary", "through");
                item.add(when);
            }
            list.add(item);
        });
        return list;
    }

    private Component attached() {
        if (attached.isEmpty()) {
            Paragraph nothing = new Paragraph("Nothing yet: no key sees these tools through this group.");
            nothing.setId(ATTACHED);
            nothing.addClassName("secondary");
            return nothing;
        }
        UnorderedList list = new UnorderedList();
        list.setId(ATTACHED);
        list.addClassName("plain-list");
        attached.forEach(target -> list.add(new ListItem(AttachmentWords.choice(target))));
        return new Div(list);
    }
}
