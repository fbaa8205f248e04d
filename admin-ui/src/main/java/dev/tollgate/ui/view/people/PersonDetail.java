package dev.tollgate.ui.view.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.User;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Badges;
import dev.tollgate.ui.view.layout.DetailPanel;
import dev.tollgate.ui.view.layout.Links;
import dev.tollgate.ui.view.layout.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One of the people: how they sign in, what they may do, and what belongs to them. */
final class PersonDetail extends Composite<DetailPanel> {
    static final String SET_UP = "person-set-up";
    static final String CHANGE_ROLES = "person-change-roles";
    static final String NEW_PASSWORD = "person-new-password";
    static final String DELETE = "person-delete";

    private final TollgateApi api;
    private final User user;
    private final PersonActions actions;
    private final Runnable close;

    PersonDetail(TollgateApi api, User user, PersonActions actions, Runnable close) {
        this.api = api;
        this.user = user;
        this.actions = actions;
        this.close = close;
    }

    static Span badge(User user) {
        if (!user.enabled()) {
            return Badges.bad("disabled");
        }
        return user.subject() == null ? Badges.waiting("to be set up") : Badges.good("active");
    }

    static String roles(User user) {
        String words = user.roles().stream().map(RolesField::word).collect(Collectors.joining(", "));
        return words.isEmpty() ? "none yet" : words;
    }

    @Override
    protected DetailPanel initContent() {
        DetailPanel panel = new DetailPanel(user.name(), close, badge(user));
        panel.fact("Signs in as", user.email()).fact("Roles", roles(user));
        String ref = user.subject();
        if (ref == null) {
            panel.section(
                    "Not set up yet",
                    new Paragraph("They came through your identity provider. Set them up to give them roles and a team;"
                            + " keys can belong to them then."));
        } else {
            subject(panel, api.subject(ref));
        }
        return panel.actions(buttons());
    }

    private static void subject(DetailPanel panel, Subject subject) {
        Span ref = new Span(subject.ref());
        ref.addClassName("code-text");
        String keys = "keys?owner=" + subject.ref();
        panel.fact("Team", subject.parentName() == null ? "none" : subject.parentName())
                .fact("Keys", new Div(new Span(Texts.count(subject.keyCount()) + " · "), Links.text("Show them", keys)))
                .fact("Written as", ref)
                .fact("Member since", Texts.minute(subject.createdAt()));
    }

    private Component[] buttons() {
        List<Component> buttons = new ArrayList<>();
        if (user.subject() == null) {
            buttons.add(button(SET_UP, "Set up…", () -> actions.setUp(user)));
        }
        buttons.add(button(CHANGE_ROLES, "Change roles…", () -> actions.changeRoles(user)));
        if (actions.mayActOn(user)) {
            buttons.add(button(NEW_PASSWORD, "New password…", () -> actions.renewPassword(user)));
            String ref = user.subject();
            if (ref != null) {
                Button delete = button(DELETE, "Delete…", () -> actions.delete(user, ref));
                delete.addThemeVariants(ButtonVariant.ERROR, ButtonVariant.TERTIARY);
                buttons.add(delete);
            }
        }
        return buttons.toArray(Component[]::new);
    }

    private static Button button(String id, String text, Runnable action) {
        Button button = new Button(text, event -> action.run());
        button.setId(id);
        return button;
    }
}
