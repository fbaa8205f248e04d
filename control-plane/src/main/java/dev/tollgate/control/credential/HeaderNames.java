package dev.tollgate.control.credential;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.model.api.ServerCredential;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The names of headers as a row keeps them beside what is sealed, each with the time of its last value. */
@ApplicationScoped
class HeaderNames {
    static final String NONE = "[]";

    private final ObjectMapper json;

    HeaderNames(ObjectMapper json) {
        this.json = json;
    }

    List<ServerCredential.Header> read(String kept) {
        try {
            return json.readValue(kept, new TypeReference<List<ServerCredential.Header>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the names of a credential's headers were written here", e);
        }
    }

    String text(List<ServerCredential.Header> names) {
        try {
            return json.writeValueAsString(names);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and times can be written", e);
        }
    }
}
