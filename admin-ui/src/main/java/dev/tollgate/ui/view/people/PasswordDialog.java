package dev.tollgate.ui.view.people;

import com.vaadin.flow.component.html.Paragraph;
import dev.tollgate.model.api.User;
import dev.tollgate.ui.view.layout.CopyField;
import dev.tollgate.ui.view.layout.OnceDialog;

/** Shows someone's password for the next sign-in, once, to be handed on. */
final class PasswordDialog extends OnceDialog {
    static final String PASSWORD = "person-password";
    static final String DONE = "person-password-done";

    PasswordDialog(String title, User user, String temporaryPassword) {
        super(
                title,
                "Hand it on now, by a way that only " + user.name() + " reads. It cannot be shown again.",
                DONE,
                "I have handed it on",
                new CopyField(PASSWORD, temporaryPassword),
                next(user));
    }

    private static Paragraph next(User user) {
        return new Paragraph(
                "They sign in as " + user.email()
                        + " and choose a password of their own at once. If this one is lost, give them another from their menu.");
    }
}
