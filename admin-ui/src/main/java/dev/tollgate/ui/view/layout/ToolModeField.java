package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.select.Select;
import dev.tollgate.model.config.ToolMode;
import org.jspecify.annotations.Nullable;

/** How tools are shown to agents, or what holds where nothing is said. */
public final class ToolModeField extends Select<ToolMode> {
    private final String unsaid;

    /**
     * @param unsaid what holds where nothing is chosen
     */
    public ToolModeField(String id, String unsaid, String help) {
        this.unsaid = unsaid;
        setId(id);
        setLabel("How tools are shown");
        setItems(ToolMode.values());
        setEmptySelectionAllowed(true);
        setEmptySelectionCaption(unsaid);
        setItemLabelGenerator(this::label);
        setHelperText(help);
    }

    private String label(@Nullable ToolMode mode) {
        return words(mode, unsaid);
    }

    public static String words(@Nullable ToolMode mode, String unsaid) {
        return switch (mode) {
            case DIRECT -> "listed: agents read every definition";
            case SEARCH -> "by search: agents look for a tool and call what they find";
            case CODE -> "by code: agents write scripts that call tools";
            case null -> unsaid;
        };
    }

    /** Beside a tool, of which it is known. */
    public static String word(ToolMode mode) {
        return switch (mode) {
            case DIRECT -> "listed";
            case SEARCH -> "by search";
            case CODE -> "by code";
        };
    }
}
