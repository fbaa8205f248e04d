package dev.tollgate.e2e.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/** One check of a scenario, as the suite writes it down. */
record Check(String id, String status, String message, JsonNode details) {
    static Check of(JsonNode written) {
        return new Check(
                written.required("id").asText(),
                written.required("status").asText(),
                written.path("errorMessage").asText(""),
                written.path("details"));
    }

    /** A violated MUST or SHOULD. */
    boolean findsSomething() {
        return status.equals("FAILURE") || status.equals("WARNING");
    }

    @Override
    public String toString() {
        return status + " " + id + ": " + message + " " + details;
    }
}
