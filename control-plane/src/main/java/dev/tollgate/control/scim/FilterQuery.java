package dev.tollgate.control.scim;

import com.fasterxml.jackson.databind.node.ValueNode;
import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.BadRequestException;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A filter (RFC 7644, 3.4.2.2) as a condition over {@code r}. Attributes and comparisons come from here alone; what the
 * directory wrote is only ever a parameter.
 */
final class FilterQuery {
    private static final int FILTER_CHARS_MAX = 1_000;
    private static final int TERMS_MAX = 50;

    /** How an attribute is asked for. */
    sealed interface Attribute {
        /** @param path of the row's property, with no null in it */
        record Text(String path, boolean caseExact) implements Attribute {}

        record Flag(String path) implements Attribute {}

        /** @param path of a set of texts */
        record Elements(String path) implements Attribute {}

        /** What every row has the same value of. */
        record Always() implements Attribute {}
    }

    private final Map<String, Attribute> attributes;
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private int terms;

    private FilterQuery(Map<String, Attribute> attributes) {
        this.attributes = attributes;
    }

    /** A condition, and the values of its parameters. */
    record Condition(String text, Map<String, Object> parameters) {
        static final Condition NONE = new Condition("true = true", Map.of());
    }

    /**
     * @param attributes by their paths in lower case
     */
    static Condition of(@Nullable String filter, Map<String, Attribute> attributes) {
        if (filter == null || filter.isBlank()) {
            return Condition.NONE;
        }
        if (filter.length() > FILTER_CHARS_MAX) {
            throw Scim.fault("invalidFilter", "A filter has at most " + FILTER_CHARS_MAX + " characters.");
        }
        FilterQuery query = new FilterQuery(attributes);
        try {
            return new Condition(query.condition(Filter.fromString(filter), ""), query.parameters);
        } catch (ScimException e) {
            throw Scim.fault("invalidFilter", String.valueOf(e.getScimError().getDetail()));
        }
    }

    private String condition(Filter filter, String within) throws ScimException {
        terms++;
        if (terms > TERMS_MAX) {
            throw BadRequestException.invalidFilter("A filter has at most " + TERMS_MAX + " terms.");
        }
        return switch (filter.getFilterType()) {
            case AND -> combined(filter.getCombinedFilters(), " and ", within);
            case OR -> combined(filter.getCombinedFilters(), " or ", within);
            case NOT -> "not (" + condition(filter.getInvertedFilter(), within) + ")";
            case COMPLEX_VALUE -> condition(filter.getValueFilter(), path(filter.getAttributePath(), within) + ".");
            case PRESENT -> present(attribute(filter, within));
            case EQUAL -> equal(attribute(filter, within), filter.getComparisonValue());
            case NOT_EQUAL -> "not (" + equal(attribute(filter, within), filter.getComparisonValue()) + ")";
            case CONTAINS -> like(attribute(filter, within), filter.getComparisonValue(), "%", "%");
            case STARTS_WITH -> like(attribute(filter, within), filter.getComparisonValue(), "", "%");
            case ENDS_WITH -> like(attribute(filter, within), filter.getComparisonValue(), "%", "");
            case GREATER_THAN, GREATER_OR_EQUAL, LESS_THAN, LESS_OR_EQUAL ->
                throw BadRequestException.invalidFilter("Filters compare with eq, ne, co, sw, ew and pr.");
        };
    }

    private String combined(List<Filter> filters, String by, String within) throws ScimException {
        List<String> conditions = new ArrayList<>();
        for (Filter filter : filters) {
            conditions.add(condition(filter, within));
        }
        return "(" + String.join(by, conditions) + ")";
    }

    private Attribute attribute(Filter filter, String within) throws ScimException {
        String path = path(filter.getAttributePath(), within);
        @Nullable Attribute known = attributes.get(path);
        if (known == null) {
            throw BadRequestException.invalidFilter("There is no filtering by " + path + ".");
        }
        return known;
    }

    private static String path(Path path, String within) {
        List<String> names = new ArrayList<>();
        path.forEach(element -> names.add(element.getAttribute().toLowerCase(Locale.ROOT)));
        return within + String.join(".", names);
    }

    private static String present(Attribute attribute) {
        return switch (attribute) {
            case Attribute.Text text -> text.path() + " <> ''";
            case Attribute.Elements elements -> elements.path() + " is not empty";
            case Attribute.Flag _, Attribute.Always _ -> "true = true";
        };
    }

    private String equal(Attribute attribute, ValueNode value) throws ScimException {
        return switch (attribute) {
            case Attribute.Text(String path, boolean caseExact) ->
                caseExact
                        ? path + " = " + parameter(value.asText())
                        : "lower(" + path + ") = " + parameter(value.asText().toLowerCase(Locale.ROOT));
            case Attribute.Flag(String path) -> path + " = " + parameter(flag(value));
            case Attribute.Elements(String path) -> parameter(value.asText()) + " member of " + path;
            case Attribute.Always _ -> flag(value) ? "true = true" : "true = false";
        };
    }

    private static boolean flag(ValueNode value) throws ScimException {
        if (value.isBoolean()
                || value.asText().equalsIgnoreCase("true")
                || value.asText().equalsIgnoreCase("false")) {
            return Boolean.parseBoolean(value.asText());
        }
        throw BadRequestException.invalidFilter("This attribute is true or false.");
    }

    private String like(Attribute attribute, ValueNode value, String before, String after) throws ScimException {
        if (!(attribute instanceof Attribute.Text text)) {
            throw BadRequestException.invalidFilter("Only texts are compared with co, sw and ew.");
        }
        String sought = text.caseExact() ? value.asText() : value.asText().toLowerCase(Locale.ROOT);
        String escaped = sought.replace("!", "!!").replace("%", "!%").replace("_", "!_");
        String path = text.caseExact() ? text.path() : "lower(" + text.path() + ")";
        return path + " like " + parameter(before + escaped + after) + " escape '!'";
    }

    private String parameter(Object value) {
        String name = "f" + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }
}
