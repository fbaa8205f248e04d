package dev.tollgate.control.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.control.web.FieldErrors;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** People as JSON (RFC 7643, 4.1). What else a directory says of them, a password first of all, is not taken up. */
final class PersonJson {
    private static final int TEXT_CHARS_MAX = 255;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,189}");

    private PersonJson() {}

    /** Refused with everything at fault. */
    static Person read(ObjectNode json) {
        FieldErrors errors = new FieldErrors();
        errors.text("userName", text(json.path("userName")), TEXT_CHARS_MAX);
        JsonNode name = json.path("name");
        JsonNode address = address(json.path("emails"));
        @Nullable String userName = text(json.path("userName"));
        String email = firstOf(text(address.path("value")), userName).toLowerCase(Locale.ROOT);
        if (!EMAIL.matcher(email).matches()) {
            errors.add("emails", "must hold an email address, or userName be one");
        }
        Person person = new Person(
                firstOf(userName, ""),
                optional(errors, "externalId", json.path("externalId")),
                optional(errors, "displayName", json.path("displayName")),
                optional(errors, "name.givenName", name.path("givenName")),
                optional(errors, "name.familyName", name.path("familyName")),
                email,
                optional(errors, "emails.type", address.path("type")),
                isActive(errors, json.path("active")));
        errors.throwIfAny();
        return person;
    }

    /** The primary one, else the first. */
    private static JsonNode address(JsonNode emails) {
        for (JsonNode email : emails) {
            if (email.path("primary").asBoolean()) {
                return email;
            }
        }
        return emails.path(0);
    }

    /** Entra ID sends it as text unless told otherwise. */
    private static boolean isActive(FieldErrors errors, JsonNode active) {
        if (active.isMissingNode() || active.isNull()) {
            return true;
        }
        String text = active.asText().toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            errors.add("active", "is true or false");
        }
        return text.equals("true");
    }

    private static @Nullable String optional(FieldErrors errors, String field, JsonNode value) {
        @Nullable String text = text(value);
        errors.optionalText(field, text, TEXT_CHARS_MAX);
        return text == null || text.isEmpty() ? null : text;
    }

    private static @Nullable String text(JsonNode value) {
        return value.isTextual() ? value.asText() : null;
    }

    private static String firstOf(@Nullable String one, @Nullable String other) {
        return one != null ? one : other != null ? other : "";
    }

    /** What a change is made to. An address that was only read out of the userName makes way for one that is given. */
    static ObjectNode toChange(Person person) {
        ObjectNode json = write(person);
        if (person.emailType() == null && person.email().equalsIgnoreCase(person.userName())) {
            json.remove("emails");
        }
        return json;
    }

    private static ObjectNode write(Person person) {
        ObjectNode json = Scim.object();
        put(json, "userName", person.userName());
        put(json, "externalId", person.externalId());
        put(json, "displayName", person.displayName());
        ObjectNode name = Scim.object();
        put(name, "givenName", person.givenName());
        put(name, "familyName", person.familyName());
        if (!name.isEmpty()) {
            put(name, "formatted", person.name());
            json.set("name", name);
        }
        ObjectNode email = json.putArray("emails").addObject();
        put(email, "value", person.email());
        put(email, "type", person.emailType());
        email.put("primary", true);
        json.put("active", person.active());
        return json;
    }

    /**
     * @param users address of all of them
     */
    static ObjectNode write(PersonRow row, String users) {
        ObjectNode json = Scim.resource(Scim.USER, row.id);
        json.setAll(write(row.toPerson()));
        Scim.meta(json, "User", users + "/" + row.id, row.createdAt(), row.modifiedAt, row.version());
        return json;
    }

    private static void put(ObjectNode json, String field, @Nullable String value) {
        if (value != null) {
            json.put(field, value);
        }
    }
}
