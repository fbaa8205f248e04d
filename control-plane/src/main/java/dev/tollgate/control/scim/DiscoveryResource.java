package dev.tollgate.control.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tollgate.control.web.Refused;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What SCIM is here (RFC 7644, 4), for a directory that asks; the documents stand among the resources. */
@Path("/scim/v2")
@Produces({Scim.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@PermitAll
public class DiscoveryResource {
    private final Door door;
    private final TokenService tokens;
    private final ObjectMapper json;

    DiscoveryResource(Door door, TokenService tokens, ObjectMapper json) {
        this.door = door;
        this.tokens = tokens;
        this.json = json;
    }

    @GET
    @Path("/ServiceProviderConfig")
    @Operation(hidden = true)
    public Response config(@HeaderParam("Authorization") @Nullable String authorization) {
        return door.enter(authorization, () -> {
            ObjectNode config = (ObjectNode) document("ServiceProviderConfig");
            return Replies.list(located(config, "ServiceProviderConfig", "/ServiceProviderConfig"));
        });
    }

    @GET
    @Path("/{kind:ResourceTypes|Schemas}")
    @Operation(hidden = true)
    public Response all(@HeaderParam("Authorization") @Nullable String authorization, @PathParam("kind") String kind) {
        return door.enter(authorization, () -> {
            List<ObjectNode> found = documents(kind);
            return Replies.list(Scim.list(found.size(), 1, found, document -> document));
        });
    }

    @GET
    @Path("/{kind:ResourceTypes|Schemas}/{id}")
    @Operation(hidden = true)
    public Response one(
            @HeaderParam("Authorization") @Nullable String authorization,
            @PathParam("kind") String kind,
            @PathParam("id") String id) {
        return door.enter(
                authorization,
                () -> Replies.list(documents(kind).stream()
                        .filter(document -> document.path("id").asText().equals(id))
                        .findFirst()
                        .orElseThrow(Refused::notFound)));
    }

    private List<ObjectNode> documents(String kind) {
        String type = kind.equals("Schemas") ? "Schema" : "ResourceType";
        return document(kind)
                .valueStream()
                .map(document -> located(
                        (ObjectNode) document,
                        type,
                        "/" + kind + "/" + document.path("id").asText()))
                .toList();
    }

    private ObjectNode located(ObjectNode document, String type, String path) {
        document.putObject("meta").put("resourceType", type).put("location", tokens.address() + path);
        return document;
    }

    private JsonNode document(String name) {
        try (InputStream in =
                Objects.requireNonNull(DiscoveryResource.class.getResourceAsStream("/scim/" + name + ".json"), name)) {
            return json.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("a document of ours cannot be read", e);
        }
    }
}
