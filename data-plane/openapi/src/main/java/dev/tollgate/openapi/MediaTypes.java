package dev.tollgate.openapi;

import java.util.Locale;

/** What a media type is good for. */
final class MediaTypes {
    private MediaTypes() {}

    /** Whether JSON may be sent or read as this type: JSON itself, a type built on it, or a range that holds it. */
    static boolean isJson(String mediaType) {
        String type = bare(mediaType);
        return type.equals("application/json")
                || type.startsWith("application/") && type.endsWith("+json")
                || isRange(mediaType);
    }

    static boolean isRange(String mediaType) {
        String type = bare(mediaType);
        return type.equals("*/*") || type.equals("application/*");
    }

    private static String bare(String mediaType) {
        int end = mediaType.indexOf(';');
        return (end < 0 ? mediaType : mediaType.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }
}
