package dev.tollgate.control.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tollgate.control.outgoing.Fetch;
import dev.tollgate.control.outgoing.Outgoing;
import dev.tollgate.control.outgoing.Reply;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClientDocumentRouteTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private Reply asked(String publicUrl) {
        Router router = Router.router(vertx);
        new ClientDocumentRoute(new PublicAddress(URI.create(publicUrl))).route(router);
        int port = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        Fetch fetch = Outgoing.fetch(vertx, true);
        return fetch.askSecurely(URI.create("http://127.0.0.1:" + port + "/client-metadata.json"), Documents.JSON);
    }

    @Test
    void anybodyMayReadIt() {
        Reply answer = asked("https://tollgate.example");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(new JsonObject(new String(answer.body(), StandardCharsets.UTF_8)).getMap())
                .containsEntry("client_id", "https://tollgate.example/client-metadata.json")
                .containsEntry("client_name", "Tollgate");
    }

    @Test
    void thereIsNoneThatNobodyCouldBelieve() {
        assertThat(asked("http://tollgate.example").status()).isEqualTo(404);
    }
}
