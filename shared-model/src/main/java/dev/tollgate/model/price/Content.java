package dev.tollgate.model.price;

/** What of a call is measured. */
public enum Content {
    ARGUMENTS("arguments"),
    RESULT("result");

    private final String text;

    Content(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
