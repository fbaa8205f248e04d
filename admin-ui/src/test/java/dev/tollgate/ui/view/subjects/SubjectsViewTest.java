package dev.tollgate.ui.view.subjects;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.NewKey;
import dev.tollgate.model.api.Subject;
import dev.tollgate.model.api.ToolGroup;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.ui.fake.Demo;
import dev.tollgate.ui.fake.FakeApi;
import dev.tollgate.ui.view.PageTest;
import dev.tollgate.ui.view.layout.Rights;
import dev.tollgate.ui.view.layout.SubjectPicker;
import org.junit.jupiter.api.Test;

class SubjectsViewTest extends PageTest {
    private void openSubjects(Rights rights) {
        open(new SubjectsView(api, rights));
    }

    @Test
    void a_team_is_created_under_a_customer_with_its_groups() {
        openSubjects(admin());
        click(SubjectsView.CREATE);
        choose(SubjectKind.TEAM);
        test(at(TextField.class, SubjectDialog.NAME)).setValue("Billing");
        at(SubjectPicker.class, SubjectDialog.PARENT).setValue(named("Globex"));
        groups().setValue(api.groups);

        save();

        Subject made = api.subjects.getLast();
        assertThat(made.kind()).isEqualTo("team");
        assertThat(made.parentName()).isEqualTo("Globex");
        assertThat(made.groupIds()).containsExactly(api.groups.getFirst().id());
    }

    @Test
    void a_tier_has_an_id_that_people_choose_and_nothing_above_it() {
        openSubjects(admin());
        click(SubjectsView.CREATE);
        choose(SubjectKind.TIER);
        test(at(TextField.class, SubjectDialog.ID)).setValue("Not An Id");
        test(at(TextField.class, SubjectDialog.NAME)).setValue("Enterprise");
        save();
        assertThat(at(TextField.class, SubjectDialog.ID).isInvalid()).isTrue();

        test(at(TextField.class, SubjectDialog.ID)).setValue("enterprise");
        save();

        assertThat(isThere(SubjectPicker.class, SubjectDialog.PARENT)).isFalse();
        assertThat(api.subjects.getLast().ref()).isEqualTo("tier:enterprise");
    }

    @Test
    void a_parent_is_offered_only_where_it_may_stand_above() {
        openSubjects(admin());
        click(SubjectsView.CREATE);
        choose(SubjectKind.SERVICE);

        assertThat(at(SubjectPicker.class, SubjectDialog.PARENT)
                        .getLazyDataView()
                        .getItems()
                        .map(Subject::name))
                .containsExactlyInAnyOrder("Globex", "Support desk");
    }

    @Test
    void a_refused_name_is_marked_on_its_field_and_the_form_stays() {
        openSubjects(admin());
        click(SubjectsView.CREATE);
        choose(SubjectKind.TEAM);
        TextField name = at(TextField.class, SubjectDialog.NAME);
        test(name).setValue(FakeApi.TAKEN);

        save();

        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).isEqualTo("This name is taken");
    }

    @Test
    void the_details_show_the_chain_with_the_groups_of_each_link() {
        openSubjects(admin());

        select("Support desk");

        assertThat(text(at(OrderedList.class, SubjectDetail.CHAIN)))
                .containsSubsequence("itself", "support", "customer Globex", "no group", "tier Pro");
    }

    @Test
    void the_details_list_what_stands_under_it() {
        openSubjects(viewer());

        select("Globex");

        assertThat(text(at(UnorderedList.class, SubjectDetail.UNDER))).contains("team Support desk");
        assertThat(isThere(Button.class, SubjectDetail.DELETE)).isFalse();
        assertThat(isThere(Button.class, SubjectsView.CREATE)).isFalse();
    }

    @Test
    void deleting_says_first_how_many_keys_end_and_ends_them() {
        issueTo(named("Support desk"), "first of the desk");
        issueTo(named("Support desk"), "second of the desk");
        openSubjects(admin());
        select("Support desk");
        click(SubjectDetail.DELETE);

        ConfirmDialog question = $(ConfirmDialog.class).single();
        assertThat(question.getElement().getProperty("message")).contains("2 keys belong to it and are revoked");
        assertThat(api.subjects).extracting(Subject::name).contains("Support desk");
        test(question).confirm();
        roundTrip();

        assertThat(api.subjects).extracting(Subject::name).doesNotContain("Support desk");
        assertThat(api.keys.subList(0, 2)).extracting(VirtualKey::state).containsOnly(VirtualKey.State.REVOKED);
    }

    @Test
    void a_kind_without_any_says_what_it_is_for() {
        api.subjects.removeIf(one -> one.kind().equals("user"));
        openSubjects(admin());

        kindFilter().setValue(SubjectKind.USER);
        roundTrip();

        assertThat(text($(SubjectsView.class).single())).contains("No user yet", "teams hold users");
    }

    private void issueTo(Subject owner, String name) {
        api.createKey(
                name,
                new NewKey(name, Demo.PRODUCTION.id(), null, null, null, owner.ref(), null, null, null, null, null));
    }

    private Subject named(String name) {
        return api.subjects.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Select<SubjectKind> kindFilter() {
        return at(Select.class, SubjectFilter.KIND);
    }

    @SuppressWarnings("unchecked")
    private void choose(SubjectKind kind) {
        ((Select<SubjectKind>) at(Select.class, SubjectDialog.KIND)).setValue(kind);
        roundTrip();
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<ToolGroup> groups() {
        return at(MultiSelectComboBox.class, SubjectDialog.GROUPS);
    }

    @SuppressWarnings("unchecked")
    private void select(String name) {
        ((Grid<Subject>) at(Grid.class, SubjectsView.GRID))
                .select(api.subject(named(name).ref()));
        roundTrip();
    }
}
