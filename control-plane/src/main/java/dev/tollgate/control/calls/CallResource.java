package dev.tollgate.control.calls;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.AUDITOR;
import static dev.tollgate.control.identity.Role.FINANCE;
import static dev.tollgate.control.identity.Role.OWNER;
import static dev.tollgate.control.identity.Role.VIEWER;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.web.PageParams;
import dev.tollgate.control.web.PageRequest;
import dev.tollgate.control.web.Refused;
import dev.tollgate.control.web.WholeOrBroken;
import dev.tollgate.model.api.Call;
import dev.tollgate.model.api.CallPrice;
import dev.tollgate.model.api.Page;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Recorded calls over HTTP. */
@Path("/calls")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
public class CallResource {
    private static final String FORMAT_OCSF = "ocsf";

    private final CallReader calls;
    private final CallPrices prices;
    private final TenantContext tenant;
    private final HttpServerRequest request;

    CallResource(CallReader calls, CallPrices prices, TenantContext tenant, HttpServerRequest request) {
        this.calls = calls;
        this.prices = prices;
        this.tenant = tenant;
        this.request = request;
    }

    @GET
    @RolesAllowed({OWNER, ADMIN, FINANCE, AUDITOR, VIEWER})
    @Operation(operationId = "listCalls", summary = "Calls, newest first")
    public Page<Call> list(
            @BeanParam PageParams page,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("key") @Nullable String key,
            @QueryParam("server") @Nullable String server,
            @QueryParam("tool") @Nullable String tool,
            @QueryParam("status") @Nullable String status,
            @Parameter(description = "The id of a model of the price table") @QueryParam("model") @Nullable
                    String model) {
        CallFilter filter = CallFilter.of(from, to, key, server, tool, status, model);
        PageRequest wanted = page.toRequest();
        @Nullable CallPosition after = wanted.after().map(CallPosition::of).orElse(null);
        List<Call> found = calls.newestFirst(tenant.id(), filter, after, wanted.limit() + 1);
        return wanted.page(
                found, Function.identity(), call -> CallPosition.of(call).cursor());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({OWNER, ADMIN, FINANCE, AUDITOR, VIEWER})
    @Operation(operationId = "getCall", summary = "One call")
    public Call get(@PathParam("id") UUID id) {
        return calls.find(tenant.id(), id).orElseThrow(Refused::notFound);
    }

    @GET
    @Path("/{id}/price")
    @RolesAllowed({OWNER, ADMIN, FINANCE, AUDITOR, VIEWER})
    @Operation(operationId = "explainCallPrice", summary = "Why a call cost what it did")
    public CallPrice price(@PathParam("id") UUID id) {
        return calls.findPriced(tenant.id(), id).map(prices::explain).orElseThrow(Refused::notFound);
    }

    @GET
    @Path("/export")
    @Produces({OcsfExport.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed({OWNER, AUDITOR})
    @Operation(
            operationId = "exportCalls",
            summary = "Downloads calls as JSON Lines in the shape of OCSF 1.8 API Activity, oldest first")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = OcsfExport.MEDIA_TYPE, schema = @Schema(implementation = String.class)))
    public Response export(
            @Parameter(description = "Inclusive; 30 days before to if absent, at most 400 days before it")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(description = "Exclusive; now if absent") @QueryParam("to") @Nullable String to,
            @QueryParam("format") @Nullable String format) {
        if (format != null && !format.equals(FORMAT_OCSF)) {
            throw Refused.invalid("format", "is " + FORMAT_OCSF);
        }
        CallFilter filter =
                CallFilter.of(from, to, null, null, null, null, null).forExport(Instant.now());
        // The tenant is taken now: the lines are written when this request's context is no longer there.
        StreamingOutput lines = new WholeOrBroken(request, OcsfExport.begin(calls, tenant.id(), filter)::write);
        return Response.ok(lines, OcsfExport.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"calls.ocsf.jsonl\"")
                .build();
    }
}
