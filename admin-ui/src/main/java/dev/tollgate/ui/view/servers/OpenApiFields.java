package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.OpenApiPreview;
import dev.tollgate.model.api.PreviewOpenApi;
import dev.tollgate.model.config.Transport;
import dev.tollgate.ui.client.ApiProblem;
import dev.tollgate.ui.view.layout.FormFields;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of an OpenAPI service, and a look at what its document would become. */
final class OpenApiFields {
    static final String DOCUMENT = "server-document";
    static final String BASE_URL = "server-base-url";
    static final String PREVIEW = "server-preview";

    private final FormFields fields;
    private final Function<PreviewOpenApi, OpenApiPreview> previews;
    private final TextField document;
    private final TextField baseUrl;
    private final Div whole;
    private final Div preview = new Div();

    OpenApiFields(FormFields fields, Function<PreviewOpenApi, OpenApiPreview> previews) {
        this.fields = fields;
        this.previews = previews;
        document = text("transport.document", DOCUMENT, "OpenAPI document");
        document.setHelperText("Its address, such as https://api.example.com/openapi.json: version 2.0, 3.0 or 3.1.");
        baseUrl = text("transport.baseUrl", BASE_URL, "Base URL (optional)");
        baseUrl.setHelperText("Where the operations are called, if not at the server that the document names.");
        Button look = new Button("Preview its tools", event -> look());
        look.setId(PREVIEW);
        whole = new Div(document, baseUrl, look, preview);
        whole.addClassName("form-body");
    }

    private TextField text(String apiName, String id, String label) {
        TextField field = fields.add(apiName, new TextField(label));
        field.setId(id);
        return field;
    }

    Component component() {
        return whole;
    }

    /** Where what is wrong with the transport as a whole is shown. */
    TextField document() {
        return document;
    }

    void show(Transport.OpenApi api) {
        document.setValue(api.document().toString());
        baseUrl.setValue(Optional.ofNullable(api.baseUrl()).map(URI::toString).orElse(""));
    }

    /** As described; empty if a field is at fault, which then says so. */
    Optional<Transport> read() {
        Optional<URI> at = url("transport.document", document);
        if (at.isEmpty() || refuses("transport.document", at.get(), null)) {
            return Optional.empty();
        }
        if (baseUrl.isEmpty()) {
            return Optional.of(new Transport.OpenApi(at.get(), null));
        }
        Optional<URI> base = url("transport.baseUrl", baseUrl);
        if (base.isEmpty() || refuses("transport.baseUrl", at.get(), base.get())) {
            return Optional.empty();
        }
        return Optional.of(new Transport.OpenApi(at.get(), base.get()));
    }

    private boolean refuses(String apiName, URI at, @Nullable URI base) {
        try {
            new Transport.OpenApi(at, base);
            return false;
        } catch (IllegalArgumentException e) {
            fields.refuse(apiName, String.valueOf(e.getMessage()));
            return true;
        }
    }

    private Optional<URI> url(String apiName, TextField field) {
        try {
            return Optional.of(new URI(field.getValue().strip()));
        } catch (URISyntaxException e) {
            fields.refuse(apiName, "This is no address: " + e.getReason());
            return Optional.empty();
        }
    }

    private void look() {
        fields.clear();
        preview.removeAll();
        fields.place("documentUrl", document);
        fields.place("baseUrl", baseUrl);
        if (read().orElse(null) instanceof Transport.OpenApi api) {
            try {
                preview.add(new OpenApiLook(previews.apply(new PreviewOpenApi(api.document(), null, api.baseUrl()))));
            } catch (ApiProblem problem) {
                fields.show(problem);
            }
        }
    }
}
