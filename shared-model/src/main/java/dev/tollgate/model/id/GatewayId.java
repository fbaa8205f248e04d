package dev.tollgate.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** One gateway instance, such as {@code gateway-1} or a pod name; unique within the installation. */
public record GatewayId(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,62}");

    @JsonCreator
    public GatewayId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a gateway id is 1 to 63 characters of A-Z, a-z, 0-9, . and -");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
