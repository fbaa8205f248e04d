package dev.tollgate.ui.view.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.User;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.SubjectPicker;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PeopleViewTest extends PageTest {
    private void openPeople(Rights rights) {
        open(new PeopleView(api, rights));
    }

    private static Rights adminAlone() {
        return new Rights(Demo.person("ada@acme.example", "admin"));
    }

    @Test
    void an_invitation_gives_a_password_that_is_shown_once() {
        openPeople(admin());
        click(PeopleView.CREATE);
        fill("bea@acme.example", "Bea", "finance", "auditor");
        at(SubjectPicker.class, InviteDialog.TEAM).setValue(api.subjects.get(2));

        save();

        assertThat(at(Pre.class, PasswordDialog.PASSWORD).getText()).isEqualTo(FakeApi.PASSWORD);
        User bea = api.people.getLast();
        assertThat(bea.roles()).containsExactly("finance", "auditor");
        assertThat(api.subjects.getLast().parentName()).isEqualTo("Support desk");
        click(PasswordDialog.DONE);
        assertThat(isThere(Pre.class, PasswordDialog.PASSWORD)).isFalse();
        assertThat(test(grid()).size()).isEqualTo(3);
    }

    @Test
    void what_is_refused_is_marked_at_its_field_and_the_form_stays() {
        openPeople(admin());
        click(PeopleView.CREATE);
        fill("bea@acme.example", "Bea");

        save();

        assertThat(at(RolesField.class, InviteDialog.ROLES).isInvalid()).isTrue();
        assertThat(api.people).hasSize(2);
    }

    @Test
    void who_came_through_the_identity_provider_is_set_up_without_a_password() {
        api.people.add(new User("u1", "okta@acme.example", "Okta Person", List.of(), null, true, 1));
        openPeople(admin());
        select("Okta Person");
        click(PersonDetail.SET_UP);
        assertThat(at(TextField.class, InviteDialog.EMAIL).isReadOnly()).isTrue();
        at(RolesField.class, InviteDialog.ROLES).setValue(Set.of("viewer"));

        save();

        assertThat(api.people.getLast().id()).isEqualTo("u1");
        assertThat(api.people.getLast().subject()).startsWith("user:");
        assertThat(isThere(Pre.class, PasswordDialog.PASSWORD)).isFalse();
    }

    @Test
    void roles_are_replaced() {
        openPeople(admin());
        select("Vic Varga");
        click(PersonDetail.CHANGE_ROLES);
        RolesField roles = at(RolesField.class, PersonActions.ROLES);
        assertThat(roles.getValue()).containsExactly("viewer");

        roles.setValue(Set.of("tool-admin", "viewer"));
        save();

        assertThat(person("Vic Varga").roles()).containsExactly("tool-admin", "viewer");
    }

    @Test
    void the_last_owner_is_told_at_the_roles_and_stays_one() {
        openPeople(admin());
        select("Olivia Ortega");
        click(PersonDetail.CHANGE_ROLES);
        RolesField roles = at(RolesField.class, PersonActions.ROLES);

        roles.setValue(Set.of("viewer"));
        save();

        assertThat(roles.isInvalid()).isTrue();
        assertThat(roles.getErrorMessage()).contains("last owner");
        assertThat(person("Olivia Ortega").roles()).contains("owner");
    }

    @Test
    void an_admin_who_is_no_owner_makes_none_and_takes_no_owners_password() {
        openPeople(adminAlone());

        select("Olivia Ortega");
        assertThat(isThere(Button.class, PersonDetail.NEW_PASSWORD)).isFalse();
        assertThat(isThere(Button.class, PersonDetail.DELETE)).isFalse();
        click(PersonDetail.CHANGE_ROLES);

        RolesField roles = at(RolesField.class, PersonActions.ROLES);
        assertThat(roles.getItemEnabledProvider().test("owner")).isFalse();
        assertThat(roles.getItemEnabledProvider().test("viewer")).isTrue();
        assertThat(menuOf("Olivia Ortega")).containsExactly("Change roles…");
        assertThat(menuOf("Vic Varga")).containsExactly("Change roles…", "New password…", "Delete…");
    }

    @Test
    void another_password_is_given_after_a_question_and_shown_once() {
        openPeople(admin());
        select("Vic Varga");
        click(PersonDetail.NEW_PASSWORD);
        assertThat(isThere(Pre.class, PasswordDialog.PASSWORD)).isFalse();

        confirm();

        assertThat(at(Pre.class, PasswordDialog.PASSWORD).getText()).isEqualTo(FakeApi.PASSWORD);
    }

    @Test
    void deleting_says_first_how_many_keys_end_and_ends_them() {
        String vic = String.valueOf(person("Vic Varga").subject());
        VirtualKey key = api.createKey(
                        "k",
                        new NewKey("laptop", Demo.PRODUCTION.id(), null, null, null, vic, null, null, null, null, null))
                .key();
        openPeople(admin());
        select("Vic Varga");
        assertThat(text($(PersonDetail.class).single())).contains("Keys", "1 ·");
        click(PersonDetail.DELETE);

        ConfirmDialog question = $(ConfirmDialog.class).single();
        assertThat(question.getElement().getProperty("message"))
                .contains("account ends", "1 key belongs to them and is revoked");
        confirm();

        assertThat(api.people).extracting(User::name).containsExactly("Olivia Ortega");
        assertThat(api.key(key.id()).state()).isEqualTo(VirtualKey.State.REVOKED);
    }

    @Test
    void whoever_deletes_themselves_is_told() {
        openPeople(admin());
        select("Olivia Ortega");

        click(PersonDetail.DELETE);

        assertThat($(ConfirmDialog.class).single().getElement().getProperty("message"))
                .startsWith("This is you");
    }

    @Test
    void searching_narrows_the_rows_and_says_when_nobody_is_left() {
        openPeople(admin());
        test(at(TextField.class, PeopleView.SEARCH)).setValue("vic@");
        assertThat(test(grid()).size()).isEqualTo(1);

        test(at(TextField.class, PeopleView.SEARCH)).setValue("nobody like that");

        assertThat(text($(PeopleView.class).single())).contains("Nobody matches");
    }

    private void fill(String email, String name, String... roles) {
        test(at(TextField.class, InviteDialog.EMAIL)).setValue(email);
        test(at(TextField.class, InviteDialog.NAME)).setValue(name);
        at(RolesField.class, InviteDialog.ROLES).setValue(Set.of(roles));
    }

    private void confirm() {
        test($(ConfirmDialog.class).single()).confirm();
        roundTrip();
    }

    private List<String> menuOf(String name) {
        return new PersonActions(api, adminAlone(), () -> {})
                .menu(person(name)).getItems().getFirst().getSubMenu().getItems().stream()
                        .map(MenuItem::getText)
                        .toList();
    }

    private User person(String name) {
        return api.people.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Grid<User> grid() {
        return at(Grid.class, PeopleView.GRID);
    }

    private void select(String name) {
        grid().select(person(name));
        roundTrip();
    }
}
