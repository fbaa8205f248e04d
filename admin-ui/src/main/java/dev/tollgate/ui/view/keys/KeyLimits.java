package dev.tollgate.ui.view.keys;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tollgate.model.api.KeyRotation;
import dev.tollgate.model.api.VirtualKey;
import dev.tollgate.model.config.ContentLogging;
import dev.tollgate.model.config.SubjectKind;
import dev.tollgate.model.config.SubjectRef;
import dev.tollgate.model.config.ToolMode;
import dev.tollgate.ui.client.TollgateApi;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Lines;
import dev.tollgate.ui.view.layout.SubjectPicker;
import dev.tollgate.ui.view.layout.ToolModeField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What most keys leave as it is: networks, the model provider, content logging, labels and how its tools are shown. */
final class KeyLimits extends Composite<Details> {
    static final String SOURCES = "key-sources";
    static final String PROVIDER = "key-provider";
    static final String CONTENT = "key-content";
    static final String LABELS = "key-labels";
    static final String ROTATION = "key-rotation";
    static final String TOOL_MODE = "key-tool-mode";
    static final String MODE_UNSAID = "as its groups, the servers and the settings say";

    private static final long OVERLAP_SECONDS = 86_400;

    private final TollgateApi api;
    private final FormFields fields;
    private final TextArea sources;
    private final SubjectPicker provider;
    private final Select<ContentLogging> content;
    private final TextArea labels;
    private final IntegerField rotation;
    private final ToolModeField toolMode;
    private long overlapSeconds = OVERLAP_SECONDS;

    KeyLimits(TollgateApi api, FormFields fields) {
        this.api = api;
        this.fields = fields;
        sources = fields.add("sources", new TextArea("Accepted only from (optional)"));
        sources.setId(SOURCES);
        sources.setPlaceholder("10.0.0.0/8");
        sources.setHelperText("Networks or addresses, one a line. Empty means from anywhere.");
        provider = fields.add("modelProvider", new SubjectPicker(api).of(Set.of(SubjectKind.MODEL_PROVIDER)));
        provider.setId(PROVIDER);
        provider.setLabel("Model provider (optional)");
        provider.setHelperText("Whose models call with this key; groups of the provider count for it.");
        content = fields.add("contentLogging", new Select<>());
        content.setId(CONTENT);
        content.setLabel("Arguments and results");
        content.setItems(ContentLogging.values());
        content.setItemLabelGenerator(KeyLimits::words);
        content.setValue(ContentLogging.AS_ENVIRONMENT);
        labels = fields.add("labels", new TextArea("Labels (optional)"));
        labels.setId(LABELS);
        labels.setPlaceholder("cost-center:4711");
        labels.setHelperText("One a line, as name:value. Keys are found, and revoked together, by them.");
        rotation = fields.add("rotation", new IntegerField("New secret every … days (optional)"));
        rotation.setId(ROTATION);
        rotation.setMin(1);
        rotation.setClearButtonVisible(true);
        rotation.setPlaceholder("never");
        rotation.setHelperText(
                "The agent asks for its next secret itself, with the one that it has; a secret that is not"
                        + " followed by another ends a day after.");
        toolMode = fields.add(
                "toolMode",
                new ToolModeField(
                        TOOL_MODE,
                        MODE_UNSAID,
                        "Goes before all that is said elsewhere. Few definitions in an agent's context cost few tokens."));
        Div parts = new Div(sources, provider, content, labels, rotation, toolMode);
        parts.addClassName("form-body");
        getContent().setSummaryText("Networks, model provider, content, labels, rotation and how tools are shown");
        getContent().add(parts);
    }

    static String words(ContentLogging logging) {
        return switch (logging) {
            case AS_ENVIRONMENT -> "kept as the environment says";
            case OFF -> "never kept";
        };
    }

    void show(VirtualKey key) {
        sources.setValue(String.join("\n", key.sources()));
        if (key.modelProvider() != null) {
            provider.setValue(api.subject(new SubjectRef(SubjectKind.MODEL_PROVIDER, key.modelProvider()).toString()));
        }
        content.setValue(key.contentLogging());
        toolMode.setValue(key.toolMode());
        labels.setValue(key.labels().entrySet().stream()
                .map(label -> label.getKey() + ":" + label.getValue())
                .sorted()
                .collect(Collectors.joining("\n")));
        getContent()
                .setOpened(!key.sources().isEmpty()
                        || key.modelProvider() != null
                        || key.contentLogging() != ContentLogging.AS_ENVIRONMENT
                        || !key.labels().isEmpty()
                        || key.rotation() != null
                        || key.toolMode() != null);
        if (key.rotation() != null) {
            rotation.setValue(key.rotation().everyDays());
            overlapSeconds = key.rotation().overlapSeconds();
        }
    }

    List<String> sources() {
        return Lines.of(sources.getValue());
    }

    @Nullable
    String provider() {
        return provider.ref().map(ref -> SubjectRef.parse(ref).id()).orElse(null);
    }

    @Nullable
    KeyRotation rotation() {
        return rotation.getValue() == null ? null : new KeyRotation(rotation.getValue(), overlapSeconds);
    }

    ContentLogging content() {
        return content.getValue();
    }

    @Nullable
    ToolMode toolMode() {
        return toolMode.getValue();
    }

    /** Whether each label has a name and a value; if not, the field says so. */
    boolean isComplete() {
        List<String> wrong = labels.getValue()
                .lines()
                .filter(line -> !line.isBlank() && line.indexOf(':') < 1)
                .toList();
        if (!wrong.isEmpty()) {
            fields.refuse("labels", "A label is written as name:value, not " + wrong.getFirst());
        }
        return wrong.isEmpty();
    }

    /** A value may hold colons and commas. */
    Map<String, String> labels() {
        Map<String, String> read = new LinkedHashMap<>();
        labels.getValue().lines().filter(line -> line.indexOf(':') > 0).forEach(line -> {
            int colon = line.indexOf(':');
            read.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
        });
        return read;
    }
}
