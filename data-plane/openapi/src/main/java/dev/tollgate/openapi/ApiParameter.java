package dev.tollgate.openapi;

/**
 * One parameter of an operation.
 *
 * @param name as the service knows it
 * @param argument as the tool's arguments name it
 * @param form how its value is written
 * @param explode whether each element of an array or object is written on its own
 * @param allowReserved whether a query value keeps characters that have a meaning in URLs
 */
public record ApiParameter(
        String name,
        String argument,
        Place place,
        Form form,
        boolean explode,
        boolean required,
        boolean allowReserved) {
    /** Where a parameter stands in a request. */
    public enum Place {
        PATH,
        QUERY,
        HEADER,
        COOKIE
    }

    /** How a value becomes text: OpenAPI's styles, and JSON for a parameter that has a content type. */
    public enum Form {
        SIMPLE,
        FORM,
        SPACE_DELIMITED,
        PIPE_DELIMITED,
        DEEP_OBJECT,
        JSON
    }
}
