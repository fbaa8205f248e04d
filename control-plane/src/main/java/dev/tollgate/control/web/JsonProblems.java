package dev.tollgate.control.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.tollgate.model.api.Problem;
import dev.tollgate.model.api.Problem.FieldError;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a body, said by field where there is one and never in Jackson's words, which name classes. */
final class JsonProblems {
    private JsonProblems() {}

    static Problem of(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return Problems.of(new Refusal.Malformed("The body is not the JSON object that is expected here."));
        }
        return Problems.of(new Refusal.Invalid(List.of(new FieldError(field(mapping), message(mapping)))));
    }

    private static String message(JsonMappingException e) {
        return switch (e) {
            case UnrecognizedPropertyException _ -> "there is no such field";
            case InvalidTypeIdException _ -> "type is missing or unknown";
            case ValueInstantiationException broken
            when broken.getCause() instanceof IllegalArgumentException why -> String.valueOf(why.getMessage());
            default -> "is not of the expected form";
        };
    }

    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonProblems::step)
                .collect(Collectors.joining("."))
                .replace(".[", "[");
    }

    private static String step(Reference reference) {
        return reference.getFieldName() == null ? "[" + reference.getIndex() + "]" : reference.getFieldName();
    }
}
