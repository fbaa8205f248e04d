package dev.tollgate.e2e.company;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's browser at the identity provider: it fills in whatever form comes, until it is sent back to a client. */
public final class SignInForm {
    private static final int STEPS_MAX = 12;
    private static final Pattern FORM = Pattern.compile("<form[^>]*\\baction=\"([^\"]+)\"");
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

    private final Person person;
    private final HttpClient http = HttpClient.newHttpClient();
    /** All of one host; the JDK's own manager would send back attributes that no browser sends. */
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public SignInForm(Person person) {
        this.person = person;
    }

    /**
     * Signs in and consents.
     *
     * @return what the client is told: the parameters with which the browser is sent back
     */
    public Map<String, String> comesBackFrom(URI authorize, String redirectUri)
            throws IOException, InterruptedException {
        HttpRequest next = request(authorize).build();
        for (int step = 0; step < STEPS_MAX; step++) {
            HttpResponse<String> page = http.send(next, HttpResponse.BodyHandlers.ofString());
            page.headers().allValues("Set-Cookie").forEach(this::keep);
            if (page.statusCode() / 100 == 3) {
                URI to =
                        next.uri().resolve(page.headers().firstValue("Location").orElseThrow());
                if (to.toString().startsWith(redirectUri)) {
                    return parameters(to);
                }
                next = request(to).build();
            } else {
                next = filledIn(page);
            }
        }
        throw new AssertionError("the identity provider does not come to an end");
    }

    private HttpRequest.Builder request(URI to) {
        HttpRequest.Builder request = HttpRequest.newBuilder(to);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private void keep(String setCookie) {
        String pair = setCookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private HttpRequest filledIn(HttpResponse<String> page) {
        Matcher form = FORM.matcher(page.body());
        if (page.statusCode() != 200 || !form.find()) {
            throw new AssertionError("no form, but " + page.statusCode() + ": " + page.body());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(page.body());
        while (hidden.find()) {
            fields.put(found(NAME, hidden.group()), found(VALUE, hidden.group()));
        }
        fill(fields, page.body(), "username", person.email());
        fill(fields, page.body(), "password", person.password());
        fill(fields, page.body(), "accept", "Yes");
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return request(page.uri().resolve(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static void fill(Map<String, String> fields, String page, String name, String value) {
        if (page.contains("name=\"" + name + "\"")) {
            fields.put(name, value);
        }
    }

    private static String found(Pattern pattern, String in) {
        Matcher matcher = pattern.matcher(in);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static Map<String, String> parameters(URI uri) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String each : uri.getRawQuery().split("&", -1)) {
            int equals = each.indexOf('=');
            parameters.put(
                    each.substring(0, equals), URLDecoder.decode(each.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
