package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.confirmdialog.ConfirmDialog;

/** Asks before something is lost. */
public final class Confirmation {
    public static final String ID = "confirmation";

    private Confirmation() {}

    /**
     * @param act what the button says, a verb: "Delete"
     */
    public static void ask(String question, String consequence, String act, Runnable action) {
        ConfirmDialog dialog = new ConfirmDialog(question, consequence, act, event -> action.run());
        dialog.setId(ID);
        dialog.setConfirmButtonTheme("error primary");
        dialog.setCancelable(true);
        dialog.open();
    }
}
