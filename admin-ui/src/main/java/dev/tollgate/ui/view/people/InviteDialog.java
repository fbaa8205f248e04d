package dev.tollgate.ui.view.people;

import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.InviteUser;
import dev.tollgate.model.api.InvitedUser;
import dev.tollgate.model.api.User;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.ui.client.IdempotencyKey;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.SubjectPicker;
import java.util.Optional;
import java.util.Set;

/** Invites someone, or sets up a member who came through the tenant's own identity provider. */
final class InviteDialog {
    static final String EMAIL = "person-email";
    static final String NAME = "person-name";
    static final String ROLES = "person-roles";
    static final String TEAM = "person-team";

    private final TollgateApi api;
    private final Runnable changed;
    private final IdempotencyKey idempotency = new IdempotencyKey();
    private final FormFields fields = new FormFields();
    private final TextField email = fields.add("email", new TextField("Email address"));
    private final TextField name = fields.add("name", new TextField("Name"));
    private final RolesField roles;
    private final SubjectPicker team;
    private final FormDialog dialog;

    /**
     * @param came who is a member already; empty for someone new
     */
    InviteDialog(TollgateApi api, Rights rights, Optional<User> came, Runnable changed) {
        this.api = api;
        this.changed = changed;
        roles = fields.add("roles", new RolesField(ROLES, rights));
        team = fields.add("team", new SubjectPicker(api).of(Set.of(SubjectKind.TEAM)));
        describe();
        came.ifPresent(this::show);
        dialog = new FormDialog(
                came.map(one -> "Set up " + one.name()).orElse("Invite someone"),
                came.isPresent()
                        ? "They signed in through your identity provider. Give them roles, and keys can belong to them."
                        : "You get a password for their first sign-in, to be handed on. They choose their own then.",
                came.isPresent() ? "Set up" : "Invite",
                fields,
                form -> send());
        dialog.with(email, name, roles, team);
    }

    void open() {
        dialog.open();
        (email.isReadOnly() ? name : email).focus();
    }

    private void describe() {
        email.setId(EMAIL);
        name.setId(NAME);
        team.setId(TEAM);
        team.setLabel("Team (optional)");
        team.setPlaceholder("none");
        team.setHelperText("Groups of the team count for their keys, and what they spend is the team's.");
    }

    private void show(User user) {
        email.setValue(user.email());
        email.setReadOnly(true);
        name.setValue(user.name());
        roles.setValue(Set.copyOf(user.roles()));
    }

    private void send() {
        fields.clear();
        InviteUser wanted = new InviteUser(
                email.getValue().strip(),
                name.getValue().strip(),
                roles.chosen(),
                team.ref().orElse(null));
        InvitedUser invited = api.inviteUser(idempotency.forBody(wanted), wanted);
        dialog.close();
        changed.run();
        String password = invited.temporaryPassword();
        if (password == null) {
            Notices.done(wanted.name() + " is set up.");
        } else {
            new PasswordDialog(wanted.name() + " is invited", invited.user(), password).open();
        }
    }
}
