package dev.tollgate.control.web;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of every list. Text, because a number that is none must be a field error and not a 404. */
public class PageParams {
    @QueryParam("limit")
    @Parameter(
            description = "Items on a page, 50 if absent",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "200"))
    @Nullable
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "The nextCursor of the page before")
    @Nullable
    String cursor;

    public PageRequest toRequest() {
        return PageRequest.of(number(limit), cursor);
    }

    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : Integer.valueOf(text);
        } catch (NumberFormatException e) {
            throw Refused.invalid("limit", "is a number", e);
        }
    }
}
