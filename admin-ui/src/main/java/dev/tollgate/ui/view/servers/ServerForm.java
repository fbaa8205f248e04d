package dev.tollgate.ui.view.servers;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.tollgate.model.api.Environment;
import dev.tollgate.model.api.NewServer;
import dev.tollgate.model.api.OpenApiPreview;
import dev.tollgate.model.api.PreviewOpenApi;
import dev.tollgate.model.api.Server;
import dev.tollgate.model.api.ToolApproval;
import dev.tollgate.model.config.PrefixMode;
import dev.tollgate.model.config.ServerConfig;
import dev.tollgate.model.config.Transport;
import dev.tollgate.ui.view.layout.FormFields;
import dev.tollgate.ui.view.layout.Lines;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The fields of a server, and the server that they describe. */
final class ServerForm {
    static final String NAME = "server-name";
    static final String DESCRIPTION = "server-description";
    static final String ENVIRONMENT = "server-environment";
    static final String TRANSPORT = "server-transport";
    static final String URL = "server-url";
    static final String COMMAND = "server-command";
    static final String APPROVAL = "server-approval";
    static final String BASELINE = "server-baseline";
    static final String TIMEOUT = "server-timeout";
    static final String FORWARDED = "server-forwarded-headers";
    static final String ENABLED = "server-enabled";

    enum Kind {
        STREAMABLE_HTTP,
        SSE,
        STDIO,
        OPENAPI
    }

    private final FormFields fields;
    private final List<Environment> environments;
    private final TextField name;
    private final TextField description;
    private final Select<Environment> environment;
    private final RadioButtonGroup<Kind> kind;
    private final TextField url;
    private final TextField command;
    private final OpenApiFields openApi;
    private final RadioButtonGroup<ToolApproval> approval;
    private final TextArea baseline;
    private final Select<PrefixMode> prefixMode;
    private final IntegerField timeoutMillis;
    private final TextArea forwardedHeaders;
    private final ShownFields shown;
    private final Checkbox enabled;

    ServerForm(FormFields fields, List<Environment> environments, Function<PreviewOpenApi, OpenApiPreview> previews) {
        this.fields = fields;
        this.environments = environments;
        name = text(
                "name",
                NAME,
                "Name",
                "1 to 32 characters of a-z, 0-9 and -. It begins the names of its tools: crm__find_customer.");
        description = text(
                "description",
                DESCRIPTION,
                "Description (optional)",
                "For the people who manage it; agents do not see it.");
        environment = fields.add("environmentId", new Select<>());
        environment.setId(ENVIRONMENT);
        environment.setLabel("Environment");
        environment.setHelperText("Only keys of this environment see its tools.");
        environment.setItems(environments);
        environment.setItemLabelGenerator(Environment::name);
        environments.stream().findFirst().ifPresent(environment::setValue);
        kind = fields.add("transport.type", new RadioButtonGroup<>("How it is reached"));
        url = text(
                "transport.url",
                URL,
                "Address",
                "The server's MCP endpoint, such as https://mcp.example.com/mcp. Private addresses are refused.");
        command = text(
                "transport.command",
                COMMAND,
                "Command",
                "The name of a command that the operator allows on the gateway's host.");
        openApi = new OpenApiFields(fields, previews);
        approval = fields.add("toolApproval", new RadioButtonGroup<>("Tools that were not seen before"));
        baseline = fields.add("baseline", new TextArea("Widest set of tools"));
        prefixMode = fields.add("prefixMode", new Select<>());
        timeoutMillis = fields.add("timeoutMillis", new IntegerField("Time-out in milliseconds"));
        forwardedHeaders = fields.add("forwardedHeaders", new TextArea("Forwarded headers"));
        shown = new ShownFields(fields);
        enabled = fields.add("enabled", new Checkbox("Enabled", true));
        enabled.setId(ENABLED);
        choices();
        limits();
    }

    private TextField text(String apiName, String id, String label, String help) {
        TextField field = fields.add(apiName, new TextField(label));
        field.setId(id);
        field.setHelperText(help);
        return field;
    }

    private void choices() {
        kind.setId(TRANSPORT);
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(value -> switch (value) {
            case STREAMABLE_HTTP -> "Over HTTP (Streamable HTTP)";
            case SSE -> "Over HTTP with SSE, as MCP had it in 2024";
            case STDIO -> "As a process beside the gateway (stdio)";
            case OPENAPI -> "Over HTTP, as an OpenAPI document describes it";
        });
        kind.addValueChangeListener(event -> showTransport());
        kind.setValue(Kind.STREAMABLE_HTTP);
        approval.setId(APPROVAL);
        approval.setItems(ToolApproval.values());
        approval.setItemLabelGenerator(value -> switch (value) {
            case MANUAL -> "wait for approval, unless the settings say otherwise";
            case AUTO_NEW -> "are approved at once, unless suspicious; changes wait";
        });
        approval.setValue(ToolApproval.MANUAL);
        prefixMode.setLabel("Prefix of tool names");
        prefixMode.setItems(PrefixMode.values());
        prefixMode.setItemLabelGenerator(value -> switch (value) {
            case ALWAYS -> "always: server__tool";
            case ON_COLLISION -> "only where two servers share a name";
            case NEVER -> "never";
        });
        prefixMode.setValue(PrefixMode.ALWAYS);
    }

    private void limits() {
        baseline.setId(BASELINE);
        baseline.setValue("*");
        baseline.setHelperText(
                "Nobody sees more than this, whatever is granted. * for all, or names as the server has them, one a line.");
        timeoutMillis.setId(TIMEOUT);
        timeoutMillis.setValue(30_000);
        timeoutMillis.setMin(ServerConfig.TIMEOUT_MILLIS_MIN);
        timeoutMillis.setMax(ServerConfig.TIMEOUT_MILLIS_MAX);
        timeoutMillis.setHelperText("How long one call may take before it fails.");
        forwardedHeaders.setId(FORWARDED);
        forwardedHeaders.setHelperText(
                "Names of headers that the server is given from each agent's request, one a line,"
                        + " such as x-shop-tenant. Never credentials: those stay with Tollgate.");
    }

    private void showTransport() {
        url.setVisible(kind.getValue() == Kind.STREAMABLE_HTTP || kind.getValue() == Kind.SSE);
        command.setVisible(kind.getValue() == Kind.STDIO);
        forwardedHeaders.setVisible(kind.getValue() != Kind.STDIO);
        openApi.component().setVisible(kind.getValue() == Kind.OPENAPI);
        fields.place(
                "transport",
                switch (kind.getValue()) {
                    case STREAMABLE_HTTP, SSE -> url;
                    case STDIO -> command;
                    case OPENAPI -> openApi.document();
                });
    }

    List<Component> components() {
        Div more = new Div(baseline, prefixMode, timeoutMillis, forwardedHeaders);
        more.add(shown.components());
        more.add(enabled);
        more.addClassName("form-body");
        return List.of(
                name,
                description,
                environment,
                kind,
                url,
                command,
                openApi.component(),
                approval,
                new Details("More settings", more));
    }

    void focus() {
        name.focus();
    }

    void show(Server server) {
        name.setValue(server.name());
        description.setValue(Optional.ofNullable(server.description()).orElse(""));
        environments.stream()
                .filter(one -> one.id().equals(server.environmentId()))
                .findFirst()
                .ifPresent(environment::setValue);
        switch (server.transport()) {
            case Transport.StreamableHttp http -> {
                kind.setValue(Kind.STREAMABLE_HTTP);
                url.setValue(http.url().toString());
            }
            case Transport.Sse sse -> {
                kind.setValue(Kind.SSE);
                url.setValue(sse.url().toString());
            }
            case Transport.Stdio stdio -> {
                kind.setValue(Kind.STDIO);
                command.setValue(stdio.command());
            }
            case Transport.OpenApi api -> {
                kind.setValue(Kind.OPENAPI);
                openApi.show(api);
            }
        }
        approval.setValue(server.toolApproval());
        baseline.setValue(String.join("\n", server.baseline()));
        prefixMode.setValue(server.prefixMode());
        timeoutMillis.setValue(server.timeoutMillis());
        forwardedHeaders.setValue(String.join("\n", server.forwardedHeaders()));
        shown.show(server);
        enabled.setValue(server.enabled());
    }

    /** The server as described; empty if fields are at fault, each of which then says so. */
    Optional<NewServer> read() {
        boolean named = fields.slug("name", name.getValue().strip());
        Environment chosen = environment.getValue();
        if (chosen == null) {
            fields.refuse("environmentId", "Choose an environment; create one first if there is none.");
        }
        Optional<Transport> reached = transport();
        if (!hasTimeout() || !named || chosen == null) {
            return Optional.empty();
        }
        return reached.map(transport -> new NewServer(
                name.getValue().strip(),
                chosen.id(),
                description.getValue().isBlank() ? null : description.getValue().strip(),
                transport,
                Lines.of(baseline.getValue()),
                prefixMode.getValue(),
                approval.getValue(),
                enabled.getValue(),
                timeoutMillis.getValue(),
                kind.getValue() == Kind.STDIO ? List.of() : Lines.of(forwardedHeaders.getValue()),
                shown.toolMode(),
                shown.stubs()));
    }

    private boolean hasTimeout() {
        Integer millis = timeoutMillis.getValue();
        boolean valid = millis != null
                && millis >= ServerConfig.TIMEOUT_MILLIS_MIN
                && millis <= ServerConfig.TIMEOUT_MILLIS_MAX;
        if (!valid) {
            fields.refuse(
                    "timeoutMillis",
                    "A whole number from " + ServerConfig.TIMEOUT_MILLIS_MIN + " to " + ServerConfig.TIMEOUT_MILLIS_MAX
                            + ".");
        }
        return valid;
    }

    private Optional<Transport> transport() {
        String at = kind.getValue() == Kind.STDIO ? "transport.command" : "transport.url";
        try {
            return switch (kind.getValue()) {
                case STREAMABLE_HTTP ->
                    Optional.of(
                            new Transport.StreamableHttp(new URI(url.getValue().strip())));
                case SSE -> Optional.of(new Transport.Sse(new URI(url.getValue().strip())));
                case STDIO -> Optional.of(new Transport.Stdio(command.getValue().strip()));
                case OPENAPI -> openApi.read();
            };
        } catch (URISyntaxException e) {
            fields.refuse(at, "This is no address: " + e.getReason());
        } catch (IllegalArgumentException e) {
            fields.refuse(at, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }
}
