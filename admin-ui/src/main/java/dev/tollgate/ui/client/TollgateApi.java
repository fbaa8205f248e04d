package dev.tollgate.ui.client;

import dev.tollgate.model.api.ApproveTools;
import dev.tollgate.model.api.ApprovedTools;
import dev.tollgate.model.api.Call;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.GatewayStatus;
import dev.tollgate.model.api.HealthByGateway;
import dev.tollgate.model.api.Me;
import dev.tollgate.model.api.NewEnvironment;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.api.NewSettings;
import dev.tollgate.model.api.OpenApiPreview;
import dev.tollgate.model.api.Page;
import dev.tollgate.model.api.PreviewOpenApi;
import dev.tollgate.model.api.Propagation;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.Settings;
import dev.tollgate.model.api.SpendReport;
import dev.tollgate.model.api.Tenant;
import dev.tollgate.model.event.CallStatus;
import io.quarkus.oidc.token.propagation.common.AccessToken;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * The control plane's REST API, asked in the name of the person who is signed in. Each method blocks, and throws
 * {@link ApiProblem} where the control plane refuses or does not answer. {@code ifMatch} comes from {@link IfMatch},
 * {@code idempotencyKey} from {@link IdempotencyKey}, {@code cursor} from the page before.
 */
@RegisterRestClient(configKey = "tollgate-api")
@RegisterProvider(ProblemReader.class)
@RegisterProvider(RevisionReader.class)
@AccessToken
@Path("/api/v1")
public interface TollgateApi
        extends ToolsApi,
                KeysApi,
                SubjectsApi,
                PeopleApi,
                ClientsApi,
                CredentialsApi,
                ConnectionsApi,
                PricesApi,
                CatalogueApi,
                ModelsApi,
                LimitsApi,
                AlertsApi {
    String IF_MATCH = "If-Match";
    String IDEMPOTENCY_KEY = "Idempotency-Key";
    String CSV = "text/csv";

    @GET
    @Path("/me")
    Me me();

    @GET
    @Path("/tenants")
    Page<Tenant> tenants(@QueryParam("limit") int limit, @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("/gateways")
    Page<GatewayStatus> gateways();

    @GET
    @Path("/settings")
    Settings settings();

    @PUT
    @Path("/settings")
    Settings replaceSettings(@HeaderParam(IF_MATCH) String ifMatch, NewSettings settings);

    @GET
    @Path("/revisions/{revision}")
    Propagation propagation(@PathParam("revision") long revision);

    @GET
    @Path("/environments")
    Page<Environment> environments(@QueryParam("limit") int limit, @QueryParam("cursor") @Nullable String cursor);

    @POST
    @Path("/environments")
    Environment createEnvironment(@HeaderParam(IDEMPOTENCY_KEY) String idempotencyKey, NewEnvironment environment);

    @PUT
    @Path("/environments/{id}")
    Environment replaceEnvironment(
            @PathParam("id") UUID id, @HeaderParam(IF_MATCH) String ifMatch, NewEnvironment environment);

    @DELETE
    @Path("/environments/{id}")
    void deleteEnvironment(@PathParam("id") UUID id, @HeaderParam(IF_MATCH) String ifMatch);

    @GET
    @Path("/servers")
    Page<Server> servers(@QueryParam("limit") int limit, @QueryParam("cursor") @Nullable String cursor);

    @GET
    @Path("/servers/{id}")
    Server server(@PathParam("id") UUID id);

    @GET
    @Path("/servers/{id}/health")
    HealthByGateway serverHealth(@PathParam("id") UUID id);

    @POST
    @Path("/servers")
    Server createServer(@HeaderParam(IDEMPOTENCY_KEY) String idempotencyKey, NewServer server);

    @PUT
    @Path("/servers/{id}")
    Server replaceServer(@PathParam("id") UUID id, @HeaderParam(IF_MATCH) String ifMatch, NewServer server);

    @POST
    @Path("/servers/openapi-preview")
    OpenApiPreview previewOpenApi(PreviewOpenApi document);

    @DELETE
    @Path("/servers/{id}")
    void deleteServer(@PathParam("id") UUID id, @HeaderParam(IF_MATCH) String ifMatch);

    @POST
    @Path("/servers/{id}/sync")
    void syncServer(@PathParam("id") UUID id, @HeaderParam(IF_MATCH) String ifMatch);

    @POST
    @Path("/servers/{id}/tools/approve")
    ApprovedTools approveTools(
            @PathParam("id") UUID serverId, @HeaderParam(IF_MATCH) String ifMatch, ApproveTools seen);

    /**
     * @param groupBy dimensions, separated by commas; empty for the total alone
     * @param from a day of the zone
     * @param to a day of the zone, exclusive
     * @param zone the tenant's if absent
     */
    @GET
    @Path("/spend")
    SpendReport spend(
            @QueryParam("group_by") String groupBy,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("zone") @Nullable String zone,
            @QueryParam("model") @Nullable UUID model);

    @GET
    @Path("/spend")
    @Produces(CSV)
    byte[] spendCsv(
            @QueryParam("group_by") String groupBy,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("zone") @Nullable String zone,
            @QueryParam("model") @Nullable UUID model);

    @GET
    @Path("/calls")
    Page<Call> calls(
            @QueryParam("key") @Nullable String key,
            @QueryParam("server") @Nullable UUID server,
            @QueryParam("tool") @Nullable String tool,
            @QueryParam("status") @Nullable CallStatus status,
            @QueryParam("model") @Nullable UUID model,
            @QueryParam("limit") int limit,
            @QueryParam("cursor") @Nullable String cursor);
}
