package dev.tollgate.ui.view.subjects;

import dev.tollgate.model.api.DeletedSubject;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.Confirmation;
import dev.tollgate.ui.view.layout.Notices;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.RowMenu;
import dev.tollgate.ui.view.layout.SubjectWords;
import dev.tollgate.ui.view.layout.Texts;
import java.util.Optional;

/** What can be done with a subject. */
final class SubjectActions {
    private final TollgateApi api;
    private final Rights rights;
    private final Runnable changed;

    SubjectActions(TollgateApi api, Rights rights, Runnable changed) {
        this.api = api;
        this.rights = rights;
        this.changed = changed;
    }

    boolean allowed() {
        return rights.changeSubjects();
    }

    RowMenu menu(Subject subject) {
        RowMenu menu = new RowMenu(SubjectWords.full(subject));
        return allowed() ? menu.action("Edit…", () -> edit(subject)).danger("Delete…", () -> delete(subject)) : menu;
    }

    void create(SubjectKind kind) {
        new SubjectDialog(api, kind, Optional.empty(), changed).open();
    }

    void edit(Subject subject) {
        new SubjectDialog(api, SubjectKind.of(subject.kind()), Optional.of(subject), changed).open();
    }

    /** Says how many keys end with it, as many as there are while the admin decides. */
    void delete(Subject row) {
        Subject subject = api.subject(row.ref());
        Confirmation.ask("Delete the " + SubjectWords.full(subject) + "?", consequence(subject), "Delete", () -> {
            DeletedSubject done = api.deleteSubject(subject.ref(), IfMatch.version(subject.version()));
            int keys = done.retiredKeys().size();
            Notices.done("The " + SubjectWords.full(subject) + " is deleted"
                    + (keys == 0 ? "." : ", and " + keys(keys) + " with it."));
            changed.run();
        });
    }

    private static String consequence(Subject subject) {
        String account = SubjectKind.of(subject.kind()) == SubjectKind.USER
                ? " Whoever signs in as this user cannot any more: the account ends with it."
                : "";
        String under = " This is refused while something stands under it.";
        return switch (SubjectKind.of(subject.kind())) {
            case TIER -> "Its groups no longer count for anybody." + under;
            case MODEL_PROVIDER -> "Its groups no longer count for anybody. This is refused while keys name it.";
            case CUSTOMER, TEAM, USER, SERVICE ->
                (subject.keyCount() == 0
                                ? "No key belongs to it."
                                : keys(subject.keyCount())
                                        + (subject.keyCount() == 1 ? " belongs to it and is" : " belong to it and are")
                                        + " revoked at once, for good.")
                        + (account.isEmpty() ? under : account);
        };
    }

    private static String keys(long count) {
        return count == 1 ? "1 key" : Texts.count(count) + " keys";
    }
}
