package dev.tollgate.ui.view.identity;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.PeopleRule;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Roles;
import dev.tollgate.ui.view.layout.SubjectPicker;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One group, and what it gives. */
final class RuleRow extends Composite<Div> {
    private static final List<String> ROLES =
            List.of(Roles.ADMIN, Roles.TOOL_ADMIN, Roles.FINANCE, Roles.AUDITOR, Roles.VIEWER);

    private final TextField group = new TextField("Group");
    private final MultiSelectComboBox<String> roles = new MultiSelectComboBox<>("Roles");
    private final SubjectPicker team;

    RuleRow(TollgateApi api) {
        team = new SubjectPicker(api).of(Set.of(SubjectKind.TEAM));
        team.setLabel("Team");
        group.setPlaceholder("as your directory names it");
        group.setClearButtonVisible(true);
        roles.setItems(ROLES);
        roles.setItemLabelGenerator(role -> role.replace('-', ' '));
        group.addValueChangeListener(event -> group.setInvalid(false));
        roles.addValueChangeListener(event -> roles.setInvalid(false));
        team.addValueChangeListener(event -> team.setInvalid(false));
        getContent().addClassName("rule-row");
        getContent().add(group, roles, team);
    }

    RuleRow(TollgateApi api, PeopleRule rule) {
        this(api);
        group.setValue(rule.group());
        roles.setValue(Set.copyOf(rule.roles()));
        Optional.ofNullable(rule.team()).map(api::subject).ifPresent(team::setValue);
    }

    /** Empty if it names no group. Its errors are those of the rule with this number. */
    Optional<PeopleRule> read(FormFields fields, int number) {
        if (group.getValue().isBlank()) {
            return Optional.empty();
        }
        fields.place("rules[" + number + "].group", group);
        fields.place("rules[" + number + "].roles", roles);
        fields.place("rules[" + number + "].team", team);
        List<String> chosen = ROLES.stream().filter(roles.getValue()::contains).toList();
        return Optional.of(
                new PeopleRule(group.getValue().strip(), chosen, team.ref().orElse(null)));
    }

    TextField group() {
        return group;
    }

    MultiSelectComboBox<String> roles() {
        return roles;
    }
}
