package dev.tollgate.gateway.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;

/** What came to a server in one POST, and what it answers. */
record EraPosted(HttpServerRequest request, String text, JsonObject message) {
    String method() {
        return message.getString("method", "");
    }

    JsonObject params() {
        return message.getJsonObject("params", new JsonObject());
    }

    JsonObject meta() {
        return params().getJsonObject("_meta", new JsonObject());
    }

    /**
     * @param json of the error
     */
    void error(int status, String json) {
        answer(status, "\"error\":" + json);
    }

    /**
     * @param member of the message, with its value
     */
    void answer(int status, String member) {
        request.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json")
                .end(message(member));
    }

    /** Answers on the stream that was begun. */
    void end(String member) {
        request.response().end("data: " + message(member) + "\n\n");
    }

    private String message(String member) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + message.getValue("id") + "," + member + "}";
    }

    /** Begins to answer with a stream of events. */
    HttpServerResponse stream() {
        return stream(request.response());
    }

    static HttpServerResponse stream(HttpServerResponse response) {
        return response.setChunked(true).putHeader("content-type", "text/event-stream");
    }

    static String notification(String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"" + method + "\",\"params\":" + params + "}";
    }

    static void event(HttpServerResponse response, String message) {
        response.write("data: " + message + "\n\n");
    }
}
