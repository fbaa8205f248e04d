package dev.tollgate.ui.view.subjects;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.ui.client.Chain;
import dev.tollgate.ui.client.Lookup;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.Links;
import dev.tollgate.ui.view.layout.SubjectWords;
import dev.tollgate.ui.view.layout.Texts;
import java.util.function.Consumer;

/** One subject: what it stands under and brings along, what stands under it, and its keys. */
final class SubjectDetail extends Composite<DetailPanel> {
    static final String CHAIN = "subject-chain";
    static final String UNDER = "subject-under";
    static final String KEYS = "subject-keys";
    static final String EDIT = "subject-edit";
    static final String DELETE = "subject-delete";

    private static final int LISTED_MAX = 20;

    private final TollgateApi api;
    private final Chain chain;
    private final Subject subject;
    private final SubjectKind kind;
    private final Lookup lookup;
    private final SubjectActions actions;
    private final Consumer<Subject> show;
    private final Runnable close;

    SubjectDetail(
            TollgateApi api,
            String ref,
            Lookup lookup,
            SubjectActions actions,
            Consumer<Subject> show,
            Runnable close) {
        this.api = api;
        this.lookup = lookup;
        this.actions = actions;
        this.show = show;
        this.close = close;
        chain = Chain.read(api, ref);
        subject = chain.links().getFirst();
        kind = SubjectKind.of(subject.kind());
    }

    @Override
    protected DetailPanel initContent() {
        DetailPanel panel = new DetailPanel(subject.name(), close, Badges.neutral(SubjectWords.kind(kind)));
        Span ref = new Span(subject.ref());
        ref.addClassName("code-text");
        panel.fact("Written as", ref).fact("Created", Texts.minute(subject.createdAt()));
        panel.section("What counts for its keys", chain());
        if (kind != SubjectKind.USER && kind != SubjectKind.SERVICE && kind != SubjectKind.MODEL_PROVIDER) {
            panel.section("Under it", under());
        }
        if (kind.ownsKeys()) {
            panel.section("Keys", keys());
        }
        return actions.allowed() ? panel.actions(buttons()) : panel;
    }

    private Component[] buttons() {
        Button edit = new Button("Edit…", event -> actions.edit(subject));
        edit.setId(EDIT);
        Button delete = new Button("Delete…", event -> actions.delete(subject));
        delete.setId(DELETE);
        delete.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
        return new Component[] {edit, delete};
    }

    private Component chain() {
        OrderedList list = new OrderedList();
        list.setId(CHAIN);
        list.addClassName("chain");
        chain.links().forEach(link -> {
            Div words = new Div(link == subject ? new Span("itself") : way(link));
            words.addClassName("chain-name");
            list.add(new ListItem(words, groups(link)));
        });
        return list;
    }

    private Component groups(Subject link) {
        Div chips = new Div();
        chips.addClassName("chips");
        if (link.groupIds().isEmpty()) {
            Span none = new Span("no group attached");
            none.addClassName("secondary");
            chips.add(none);
        }
        link.groupIds().forEach(id -> {
            Span chip = new Span(lookup.group(id).map(ToolGroup::name).orElse("(deleted)"));
            chip.addClassName("chip");
            chips.add(chip);
        });
        return chips;
    }

    private Component under() {
        Page<Subject> children = api.subjects(null, subject.ref(), null, LISTED_MAX, null);
        UnorderedList list = list(UNDER);
        children.items().forEach(child -> list.add(new ListItem(way(child))));
        return ended(list, children, "Nothing stands under it yet.", new Span("and more"));
    }

    private Component keys() {
        Page<VirtualKey> keys = api.keys(null, null, null, subject.ref(), null, LISTED_MAX, null);
        UnorderedList list = list(KEYS);
        keys.items()
                .forEach(key -> list.add(new ListItem(
                        new Span(key.name() + " "),
                        key.state() == VirtualKey.State.ACTIVE
                                ? Badges.good("active")
                                : Badges.neutral(Texts.words(key.state())))));
        return ended(list, keys, "No key belongs to it.", Links.text("Show its keys", "keys?owner=" + subject.ref()));
    }

    private Component way(Subject other) {
        Button way = new Button(SubjectWords.full(other), event -> show.accept(other));
        way.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        return way;
    }

    private static UnorderedList list(String id) {
        UnorderedList list = new UnorderedList();
        list.setId(id);
        list.addClassName("plain-list");
        return list;
    }

    private static Component ended(UnorderedList list, Page<?> page, String none, Component more) {
        if (page.items().isEmpty()) {
            Paragraph words = new Paragraph(none);
            words.setId(list.getId().orElseThrow());
            words.addClassName("secondary");
            return words;
        }
        boolean always = !(more instanceof Span);
        return always || page.nextCursor() != null ? new Div(list, more) : list;
    }
}
