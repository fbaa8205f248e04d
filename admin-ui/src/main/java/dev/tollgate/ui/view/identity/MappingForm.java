package dev.tollgate.ui.view.identity;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.NewPeopleMapping;
import dev.tollgate.model.api.PeopleMapping;
import dev.tollgate.model.api.PeopleRule;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.client.IfMatch;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Notices;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which roles and team each group of the directory gives. */
final class MappingForm extends Composite<Div> {
    static final String CLAIM = "mapping-claim";
    static final String PERSON = "mapping-person";
    static final String ADD = "mapping-add";
    static final String SAVE = "mapping-save";

    private final TollgateApi api;
    private final FormFields fields = new FormFields();
    private final TextField claim = fields.add("claim", new TextField("Claim that names the groups"));
    private final TextField person = fields.add("personClaim", new TextField("Claim that equals SCIM's externalId"));
    private final Div shown = new Div();
    private final List<RuleRow> rows = new ArrayList<>();
    private PeopleMapping known;

    MappingForm(TollgateApi api) {
        this.api = api;
        known = api.peopleMapping();
        claim.setId(CLAIM);
        claim.setPlaceholder("none: groups come over SCIM");
        claim.setHelperText("Such as groups: what it holds at each sign-in gives roles and the team.");
        person.setId(PERSON);
        person.setPlaceholder("sub");
        person.setHelperText("By it people whom your directory made find their account; oid with Entra ID.");
        Button add =
                new Button("Add a group", event -> add(new RuleRow(api)).group().focus());
        add.setId(ADD);
        Button save = new Button("Save", event -> save());
        save.setId(SAVE);
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div buttons = new Div(save, add);
        buttons.addClassName("detail-actions");
        shown.addClassName("form-body");
        getContent().addClassName("form-body");
        getContent().add(claim, person, shown, buttons);
        show();
    }

    private void show() {
        fields.clear();
        claim.setValue(textOf(known.claim()));
        person.setValue(textOf(known.personClaim()));
        rows.clear();
        shown.removeAll();
        known.rules().forEach(rule -> add(new RuleRow(api, rule)));
    }

    private RuleRow add(RuleRow row) {
        rows.add(row);
        shown.add(row);
        return row;
    }

    List<RuleRow> rows() {
        return rows;
    }

    private void save() {
        fields.clear();
        List<PeopleRule> rules = new ArrayList<>();
        rows.forEach(row -> row.read(fields, rules.size()).ifPresent(rules::add));
        try {
            known = api.mapPeople(
                    IfMatch.version(known.version()),
                    new NewPeopleMapping(orNull(claim.getValue()), orNull(person.getValue()), rules));
        } catch (ApiProblem problem) {
            fields.show(problem);
            return;
        }
        show();
        Notices.done("What groups give is saved.");
    }

    private static String textOf(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
