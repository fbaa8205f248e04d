package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.select.Select;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.config.StubBinding;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.ToolModeField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the tools of a server are shown. */
final class ShownFields {
    static final String TOOL_MODE = "server-tool-mode";
    static final String STUBS = "server-stubs";
    static final String MODE_UNSAID = "as the settings of the organization say";

    private final ToolModeField toolMode;
    private final Select<StubBinding> stubs;

    ShownFields(FormFields fields) {
        toolMode = fields.add(
                "toolMode",
                new ToolModeField(TOOL_MODE, MODE_UNSAID, "Where neither the key nor a group of it says how."));
        stubs = fields.add("stubBinding", new Select<>());
        stubs.setId(STUBS);
        stubs.setLabel("Files that scripts know its tools by");
        stubs.setItems(StubBinding.values());
        stubs.setItemLabelGenerator(ShownFields::words);
        stubs.setValue(StubBinding.SERVER);
        stubs.setHelperText("A file for each tool lets agents read little of a server that has many.");
    }

    static String words(StubBinding binding) {
        return switch (binding) {
            case SERVER -> "one for the whole server";
            case TOOL -> "one for each tool";
        };
    }

    List<Component> components() {
        return List.of(toolMode, stubs);
    }

    void show(Server server) {
        toolMode.setValue(server.toolMode());
        stubs.setValue(server.stubBinding());
    }

    @Nullable
    ToolMode toolMode() {
        return toolMode.getValue();
    }

    StubBinding stubs() {
        return stubs.getValue();
    }
}
