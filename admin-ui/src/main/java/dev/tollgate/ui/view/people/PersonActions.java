package dev.tollgate.ui.view.people;

import dev.tollgate.model.api.DeletedSubject;
import dev.tollgate.model.api.NewPassword;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.User;
import dev.tollgate.model.api.UserRoles;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.IdempotencyKey;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Confirmation;
import dev.tollgate.ui.view.layout.FormDialog;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.Roles;
import dev.tollgate.ui.view.layout.RowMenu;
import dev.tollgate.ui.view.layout.Texts;
import java.util.Optional;
import java.util.Set;

/** What can be done with one of the people. */
final class PersonActions {
    static final String ROLES = "person-new-roles";

    private final TollgateApi api;
    private final Rights rights;
    private final Runnable changed;

    PersonActions(TollgateApi api, Rights rights, Runnable changed) {
        this.api = api;
        this.rights = rights;
        this.changed = changed;
    }

    RowMenu menu(User user) {
        RowMenu menu = new RowMenu(user.name());
        String ref = user.subject();
        if (ref == null) {
            menu.action("Set up…", () -> setUp(user));
        }
        menu.action("Change roles…", () -> changeRoles(user));
        if (mayActOn(user)) {
            menu.action("New password…", () -> renewPassword(user));
            if (ref != null) {
                menu.danger("Delete…", () -> delete(user, ref));
            }
        }
        return menu;
    }

    /** Whoever has an owner's password, or takes one away, is as good as an owner. */
    boolean mayActOn(User user) {
        return rights.isOwner() || !user.roles().contains(Roles.OWNER);
    }

    void invite() {
        new InviteDialog(api, rights, Optional.empty(), changed).open();
    }

    void setUp(User user) {
        new InviteDialog(api, rights, Optional.of(user), changed).open();
    }

    void changeRoles(User user) {
        FormFields fields = new FormFields();
        RolesField roles = fields.add("roles", new RolesField(ROLES, rights));
        roles.setValue(Set.copyOf(user.roles()));
        FormDialog dialog = new FormDialog(
                "Roles of " + user.name(),
                "They count from their next sign-in on, or within minutes where they are signed in.",
                "Save",
                fields,
                form -> {
                    fields.clear();
                    if (replaceRoles(user, roles, fields)) {
                        form.close();
                        Notices.done("The roles of " + user.name() + " are changed.");
                        changed.run();
                    }
                });
        dialog.with(roles).open();
    }

    private boolean replaceRoles(User user, RolesField roles, FormFields fields) {
        try {
            api.changeRoles(user.id(), IfMatch.version(user.version()), new UserRoles(roles.chosen()));
            return true;
        } catch (ApiProblem problem) {
            if (problem.status() != 409) {
                throw problem;
            }
            // It is refused for what was chosen, such as no role owner for the last owner.
            fields.refuse("roles", problem.detail().isEmpty() ? problem.title() : problem.detail());
            return false;
        }
    }

    void renewPassword(User user) {
        IdempotencyKey idempotency = new IdempotencyKey();
        Confirmation.ask(
                "Give " + user.name() + " another password?",
                "The one that they have ends at once, and they are signed out everywhere. You see the new one once.",
                "Give another",
                () -> {
                    NewPassword renewed =
                            api.renewPassword(user.id(), IfMatch.version(user.version()), idempotency.forBody(user));
                    changed.run();
                    new PasswordDialog(
                                    "Another password for " + user.name(), renewed.user(), renewed.temporaryPassword())
                            .open();
                });
    }

    /** Says how many keys end too, as many as there are while the admin decides. */
    void delete(User user, String ref) {
        Subject subject = api.subject(ref);
        Confirmation.ask("Delete " + user.name() + "?", consequence(user, subject), "Delete", () -> {
            DeletedSubject done = api.deleteSubject(ref, IfMatch.version(subject.version()));
            int keys = done.retiredKeys().size();
            Notices.done(user.name() + " is deleted" + (keys == 0 ? "." : ", and " + keys(keys) + " with them."));
            changed.run();
        });
    }

    private String consequence(User user, Subject subject) {
        String self = user.id().equals(rights.me().subject()) ? "This is you: you cannot come back by yourself. " : "";
        String owned = subject.keyCount() == 0
                ? "No key belongs to them."
                : keys(subject.keyCount())
                        + (subject.keyCount() == 1 ? " belongs to them and is" : " belong to them and are")
                        + " revoked at once, for good.";
        return self + "Their account ends, for good. " + owned + " What they called and spent stays on record.";
    }

    private static String keys(long count) {
        return count == 1 ? "1 key" : Texts.count(count) + " keys";
    }
}
