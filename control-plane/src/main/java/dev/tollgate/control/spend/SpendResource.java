package dev.tollgate.control.spend;

import static dev.tollgate.control.identity.Role.ADMIN;
import static dev.tollgate.control.identity.Role.FINANCE;
import static dev.tollgate.control.identity.Role.OWNER;
import static dev.tollgate.control.identity.Role.VIEWER;

import dev.tollgate.control.identity.TenantContext;
import dev.tollgate.control.settings.SettingsService;
import dev.tollgate.control.settings.TenantCalendar;
import dev.tollgate.control.web.Csv;
import dev.tollgate.control.web.Refused;
import dev.tollgate.model.api.SpendReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Spend over HTTP, to read and to download. */
@Path("/spend")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Spend")
public class SpendResource {

    private final SpendReader reader;
    private final SettingsService settings;
    private final TenantContext tenant;

    SpendResource(SpendReader reader, SettingsService settings, TenantContext tenant) {
        this.reader = reader;
        this.settings = settings;
        this.tenant = tenant;
    }

    @GET
    @RolesAllowed({OWNER, ADMIN, FINANCE, VIEWER})
    @Produces({MediaType.APPLICATION_JSON, Csv.TYPE})
    @Operation(
            operationId = "getSpend",
            summary = "Spend by any mix of dimensions, by the clock and calendar of a time zone",
            description = "As JSON, or as a CSV download with Accept: text/csv or format=csv.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = SpendReport.class)),
                @Content(mediaType = Csv.TYPE, schema = @Schema(implementation = String.class))
            })
    public Response spend(
            @Parameter(
                            description =
                                    "Any of key, tool, server, environment, tier, customer, team, user, service, model, status, month,"
                                            + " week, day, hour, separated by commas")
                    @QueryParam("group_by")
                    @Nullable
                    String groupBy,
            @Parameter(
                            description =
                                    "A day of the zone, or a time, widened to the zone's hour; 30 days before to if absent")
                    @QueryParam("from")
                    @Nullable
                    String from,
            @Parameter(
                            description =
                                    "Exclusive; a day of the zone, or a time, widened to the zone's hour; now if absent")
                    @QueryParam("to")
                    @Nullable
                    String to,
            @Parameter(description = "An IANA time zone such as Europe/Vienna; the tenant's if absent")
                    @QueryParam("zone")
                    @Nullable
                    String zone,
            @QueryParam("key") @Nullable String key,
            @QueryParam("server") @Nullable String server,
            @QueryParam("tool") @Nullable String tool,
            @Parameter(description = "The id of a model of the price table") @QueryParam("model") @Nullable
                    String model,
            @Parameter(description = "csv or json") @QueryParam("format") @Nullable String format,
            @Context HttpHeaders headers) {
        boolean csv = isCsv(format, headers);
        SpendQuery query = new SpendQuery(
                Dimension.list(groupBy),
                ReportTime.of(from, to, calendar(zone), Instant.now()),
                SpendFilter.of(key, server, tool, model));
        SpendReport report = reader.report(tenant.id(), query);
        if (!csv) {
            return Response.ok(report, MediaType.APPLICATION_JSON_TYPE).build();
        }
        return Csv.download(SpendCsv.of(report), "tollgate-spend.csv");
    }

    private TenantCalendar calendar(@Nullable String zone) {
        TenantCalendar own = settings.calendar();
        if (zone == null || zone.isEmpty()) {
            return own;
        }
        try {
            return own.in(TenantCalendar.zone(zone));
        } catch (IllegalArgumentException e) {
            throw Refused.invalid("zone", String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean isCsv(@Nullable String format, HttpHeaders headers) {
        if (format == null) {
            MediaType preferred = headers.getAcceptableMediaTypes().getFirst();
            return Csv.TYPE.equals(preferred.getType() + "/" + preferred.getSubtype());
        }
        return switch (format) {
            case "csv" -> true;
            case "json" -> false;
            default -> throw Refused.invalid("format", "is csv or json");
        };
    }
}
