package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.combobox.ComboBox;
import dev.tollgate.model.api.Model;
import dev.tollgate.ui.client.Keyset;
import dev.tollgate.ui.client.TollgateApi;

/** Narrows to the calls of one model of the price table. */
public final class ModelFilter extends ComboBox<Model> {
    public ModelFilter(TollgateApi api) {
        setPlaceholder("All models");
        setAriaLabel("Model");
        setClearButtonVisible(true);
        setItems(Keyset.all((limit, cursor) -> api.models(null, limit, cursor)));
        setItemLabelGenerator(Model::name);
    }
}
