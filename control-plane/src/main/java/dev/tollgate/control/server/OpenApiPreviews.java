package dev.tollgate.control.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tollgate.control.outgoing.Fetch;
import dev.tollgate.control.web.FieldErrors;
import dev.tollgate.control.web.Refusal;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.OpenApiPreview;
import dev.tollgate.model.api.PreviewOpenApi;
import dev.tollgate.model.config.Transport;
import dev.tollgate.model.id.ServerId;
import dev.tollgate.openapi.ApiDocument;
import dev.tollgate.openapi.ApiTool;
import dev.tollgate.openapi.OpenApiDocuments;
import dev.tollgate.openapi.UnusableDocument;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Reads documents that are not connected yet, a few at a time. */
@ApplicationScoped
class OpenApiPreviews {
    /** Reading one may take a core for seconds. */
    private static final int AT_ONCE_MAX = 2;

    private static final URI NOWHERE = URI.create("https://document.invalid/");

    private static final Fetch.Wanted DOCUMENT = new Fetch.Wanted(
            "application/json, application/yaml, */*;q=0.5", OpenApiDocuments.BYTES_MAX, Duration.ofSeconds(10));

    private final Fetch fetch;
    private final ServerService servers;
    private final ServerTlsParts tls;
    private final UpstreamGate gate;
    private final ObjectMapper json;
    private final Semaphore free = new Semaphore(AT_ONCE_MAX);

    OpenApiPreviews(Fetch fetch, ServerService servers, ServerTlsParts tls, UpstreamGate gate, ObjectMapper json) {
        this.fetch = fetch;
        this.servers = servers;
        this.tls = tls;
        this.gate = gate;
        this.json = json;
    }

    OpenApiPreview preview(PreviewOpenApi asked) {
        check(asked);
        if (asked.serverId() != null && servers.isMissing(asked.serverId())) {
            throw Refused.notFound();
        }
        if (!free.tryAcquire()) {
            throw new Refused(new Refusal.Unavailable("Other documents are being read; try again in a moment."));
        }
        try {
            return shown(read(asked));
        } finally {
            free.release();
        }
    }

    private void check(PreviewOpenApi asked) {
        FieldErrors errors = new FieldErrors();
        if ((asked.documentUrl() == null) == (asked.document() == null)) {
            errors.add("documentUrl", "give either a documentUrl or a document");
        }
        URI url = asked.documentUrl();
        if (url != null) {
            errors.check("documentUrl", () -> gate.check(new Transport.OpenApi(url, null)));
        }
        URI baseUrl = asked.baseUrl();
        if (baseUrl != null) {
            errors.check("baseUrl", () -> new Transport.OpenApi(NOWHERE, baseUrl));
        }
        errors.throwIfAny();
    }

    private ApiDocument read(PreviewOpenApi asked) {
        @Nullable URI url = asked.documentUrl();
        try {
            byte[] text = url != null
                    ? fetched(url, asked.serverId())
                    : String.valueOf(asked.document()).getBytes(StandardCharsets.UTF_8);
            return OpenApiDocuments.read(text, url, asked.baseUrl());
        } catch (UnusableDocument e) {
            throw Refused.invalid(url != null ? "documentUrl" : "document", e.reason(), e);
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("documentUrl", String.valueOf(e.getMessage()), e);
        }
    }

    private byte[] fetched(URI url, @Nullable UUID server) {
        return server == null
                ? fetch.get(url, DOCUMENT)
                : tls.during(new ServerId(server), () -> fetch.get(url, DOCUMENT));
    }

    private OpenApiPreview shown(ApiDocument document) {
        return new OpenApiPreview(
                document.title(),
                document.version(),
                document.baseUrl(),
                document.tools().stream().map(this::shown).toList(),
                document.omitted().stream()
                        .map(each -> new OpenApiPreview.OmittedOperation(each.method(), each.path(), each.reason()))
                        .toList());
    }

    private OpenApiPreview.PreviewedTool shown(ApiTool tool) {
        return new OpenApiPreview.PreviewedTool(
                tool.name(), tool.description(), tool.method(), tool.path(), tree(tool.inputSchema()));
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a schema that was just written can be read", e);
        }
    }
}
