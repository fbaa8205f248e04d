package dev.tollgate.ui.view.alerts;

import dev.tollgate.ui.view.layout.CopyField;
import dev.tollgate.ui.view.layout.OnceDialog;

/** A webhook's signing secret, which is shown this once. */
final class SecretDialog extends OnceDialog {
    static final String SECRET = "channel-secret";
    static final String DONE = "channel-secret-done";

    SecretDialog(String channel, String secret) {
        super(
                "The signing secret of " + channel,
                "Give it to the receiver now. It cannot be shown again; a new one takes its place.",
                DONE,
                "Done, it is kept",
                new CopyField(SECRET, secret));
    }
}
