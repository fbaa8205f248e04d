package dev.tollgate.ui.view.models;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.Model;
import dev.tollgate.model.api.ModelNaming;
import dev.tollgate.model.token.TokenEncoding;
import dev.tollgate.ui.view.layout.FormFields;

/** What a model is called, how its tokens are counted, and whether it is the standard one. */
final class NameFields {
    static final String NAME = "model-name";
    static final String ENCODING = "model-encoding";
    static final String STANDARD = "model-standard";

    private final TextField name;
    private final Select<TokenEncoding> encoding;
    private final Checkbox standard;

    NameFields(FormFields fields) {
        name = fields.add("name", new TextField("Model"));
        name.setId(NAME);
        name.setHelperText(
                "As agents name it in the header X-Tollgate-Model. For instance gpt-5 or claude-sonnet-4-5.");
        encoding = fields.add("encoding", new Select<>());
        encoding.setId(ENCODING);
        encoding.setLabel("Its tokens are counted by");
        encoding.setItems(TokenEncoding.values());
        encoding.setItemLabelGenerator(ModelWords::encoding);
        encoding.setHelperText("An estimate is a token for each four bytes of text, and is marked as one in reports.");
        encoding.setValue(TokenEncoding.O200K);
        standard = fields.add("standard", new Checkbox("Holds for agents that name no model"));
        standard.setId(STANDARD);
        standard.setHelperText("One model at the most is the standard one; this takes it from the other.");
    }

    Component[] all() {
        return new Component[] {name, encoding, standard};
    }

    void focus() {
        name.focus();
    }

    void show(Model model) {
        name.setValue(model.name());
        encoding.setValue(model.encoding());
        standard.setValue(model.standard());
    }

    void standard(boolean value) {
        standard.setValue(value);
    }

    ModelNaming read() {
        return new ModelNaming(name.getValue().strip(), encoding.getValue(), standard.getValue());
    }
}
