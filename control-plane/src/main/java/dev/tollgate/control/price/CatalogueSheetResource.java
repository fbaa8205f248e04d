package dev.tollgate.control.price;

import static dev.tollgate.control.identity.Role.OPERATOR;

import dev.tollgate.control.web.Body;
import dev.tollgate.control.web.Csv;
import dev.tollgate.model.api.PriceSheetOutcome;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The catalogue in one sheet over HTTP, for the operator. */
@Path("/catalogue-prices/sheet")
@Tag(name = "Catalogue prices")
@RolesAllowed(OPERATOR)
public class CatalogueSheetResource {
    private final CatalogueSheets sheets;

    CatalogueSheetResource(CatalogueSheets sheets) {
        this.sheets = sheets;
    }

    @GET
    @Produces({Csv.TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "exportCataloguePrices",
            summary = "Downloads all catalogue prices that hold or are to come as CSV")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = Csv.TYPE, schema = @Schema(implementation = String.class)))
    public Response written() {
        return Csv.download(sheets.written(), "tollgate-catalogue.csv");
    }

    @POST
    @Consumes(Csv.TYPE)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importCataloguePrices",
            summary = "Sets the catalogue prices that a CSV sheet names: all, or none if anything is wrong with it")
    public PriceSheetOutcome read(
            @Parameter(description = "true to be told what would be done") @QueryParam("dry_run") @Nullable
                    Boolean dryRun,
            String csv) {
        return sheets.read(Body.required(csv), Boolean.TRUE.equals(dryRun));
    }
}
