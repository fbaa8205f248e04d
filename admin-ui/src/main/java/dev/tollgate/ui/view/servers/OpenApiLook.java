package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import dev.tollgate.model.api.OpenApiPreview;
import dev.tollgate.model.api.OpenApiPreview.OmittedOperation;
import dev.tollgate.model.api.OpenApiPreview.PreviewedTool;

/** What a document would become: its tools, and the operations that it loses with the reason. */
final class OpenApiLook extends Div {
    static final String TOOLS = "server-preview-tools";
    static final String OMITTED = "server-preview-omitted";
    private static final String HEIGHT = "16rem";

    OpenApiLook(OpenApiPreview preview) {
        setId("server-preview-result");
        String calledAt = preview.baseUrl() == null ? "nowhere: no server is known" : String.valueOf(preview.baseUrl());
        add(new Paragraph(preview.title() + " " + preview.version() + ", called at " + calledAt));
        add(new H3(preview.tools().size() + " tools"));
        if (!preview.tools().isEmpty()) {
            add(tools(preview));
        }
        if (!preview.omitted().isEmpty()) {
            add(new H3(preview.omitted().size() + " operations left out"), omitted(preview));
        }
    }

    private static Grid<PreviewedTool> tools(OpenApiPreview preview) {
        Grid<PreviewedTool> grid = new Grid<>();
        grid.setId(TOOLS);
        grid.setHeight(HEIGHT);
        grid.addColumn(PreviewedTool::name).setHeader("Tool").setAutoWidth(true);
        grid.addColumn(tool -> tool.method() + " " + tool.path())
                .setHeader("Operation")
                .setAutoWidth(true);
        grid.addColumn(PreviewedTool::description)
                .setHeader("Description")
                .setTooltipGenerator(PreviewedTool::description);
        grid.setItems(preview.tools());
        return grid;
    }

    private static Grid<OmittedOperation> omitted(OpenApiPreview preview) {
        Grid<OmittedOperation> grid = new Grid<>();
        grid.setId(OMITTED);
        grid.setHeight(HEIGHT);
        grid.addColumn(operation -> operation.method() + " " + operation.path())
                .setHeader("Operation")
                .setAutoWidth(true);
        grid.addColumn(operation -> "It " + operation.reason() + ".")
                .setHeader("Why")
                .setTooltipGenerator(OmittedOperation::reason);
        grid.setItems(preview.omitted());
        return grid;
    }
}
