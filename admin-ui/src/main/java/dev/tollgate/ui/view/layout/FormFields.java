package dev.tollgate.ui.view.layout;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.TextArea;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.id.Slug;
import dev.tollgate.ui.client.ApiProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a form by their name in the API, so that a field error appears on its field. */
public final class FormFields {
    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,5})]$");

    private final Map<String, Component> fields = new LinkedHashMap<>();

    /** Adds a field; editing it takes its error away. */
    public <F extends Component & HasValidationProperties & HasValue<?, ?>> F add(String apiName, F field) {
        fields.put(apiName, field);
        field.addValueChangeListener(event -> field.setInvalid(false));
        return field;
    }

    /** Sends the errors of a name that has no field of its own to one that has another. */
    public <F extends Component & HasValidationProperties> void place(String apiName, F field) {
        fields.put(apiName, field);
    }

    /** Takes all errors away. */
    public void clear() {
        fields.values().forEach(field -> ((HasValidationProperties) field).setInvalid(false));
    }

    /** Puts an error of ours on a field. */
    public void refuse(String apiName, String message) {
        Component field = fields.get(apiName);
        if (field != null) {
            mark(field, message);
        }
    }

    /** Whether a name may stand in addresses, tool names and keys; if not, its field says what may. */
    public boolean slug(String apiName, String text) {
        boolean valid = Slug.isValid(text);
        if (!valid) {
            refuse(apiName, "1 to 32 characters of a-z, 0-9 and -, with a letter or digit at both ends.");
        }
        return valid;
    }

    /** Puts each error on its field, and shows the rest, or the problem itself where no field is at fault. */
    public void show(ApiProblem problem) {
        List<Problem.FieldError> unplaced = new ArrayList<>();
        for (Problem.FieldError error : problem.fieldErrors()) {
            Component field = find(error.field());
            if (field == null) {
                unplaced.add(error);
            } else {
                mark(field, entry(error.field(), field) + error.message());
            }
        }
        if (problem.fieldErrors().isEmpty() || !unplaced.isEmpty()) {
            Notices.problem(problem, unplaced);
        }
    }

    /** {@code transport.url} and {@code patterns[3]} belong to the longest name that is known. */
    private @Nullable Component find(String name) {
        String rest = name;
        while (true) {
            Component field = fields.get(rest);
            int cut = Math.max(rest.lastIndexOf('.'), rest.lastIndexOf('['));
            if (field != null || cut < 0) {
                return field;
            }
            rest = rest.substring(0, cut);
        }
    }

    /** In a field of many entries, which of them is meant. */
    private static String entry(String name, Component field) {
        Matcher index = INDEX.matcher(name);
        return field instanceof TextArea && index.find()
                ? "entry " + (Integer.parseInt(index.group(1)) + 1) + ": "
                : "";
    }

    /** The control plane's words go on from a field's name; under the field they stand alone. */
    private static String sentence(String message) {
        return message.isEmpty() ? message : message.substring(0, 1).toUpperCase(Locale.ENGLISH) + message.substring(1);
    }

    /** The first field at fault takes the focus; one that is folded away is unfolded. */
    private void mark(Component field, String message) {
        boolean first = fields.values().stream().noneMatch(one -> ((HasValidationProperties) one).isInvalid());
        HasValidationProperties validated = (HasValidationProperties) field;
        String before = validated.isInvalid() ? validated.getErrorMessage() + " · " : "";
        validated.setErrorMessage(before + sentence(message));
        validated.setInvalid(true);
        for (Component around = field;
                around != null;
                around = around.getParent().orElse(null)) {
            if (around instanceof Details details) {
                details.setOpened(true);
            }
        }
        if (first && field instanceof Focusable<?> focusable) {
            focusable.focus();
        }
    }
}
