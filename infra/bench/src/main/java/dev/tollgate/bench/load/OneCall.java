package dev.tollgate.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tollgate.bench.wire.JsonBytes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** Single calls, judged as those of a run are; for asking whether somebody serves yet. */
public final class OneCall implements AutoCloseable {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final int SAID_BYTES_MAX = 300;
    private static final int OK = 200;
    private static final String LIST = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}";
    private static final String PROMPTS = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"prompts/list\"}";
    /** Stands once in each definition. */
    private static final byte[] SCHEMA = ascii("\"inputSchema\":");
    /** Stands once in each prompt of the stub. */
    private static final byte[] PROMPT = ascii("\"description\":");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private long number = CallTemplate.FIRST_NUMBER;
    private String said = "nothing";

    /** Calls once; a refused or broken connection is {@link Verdict#BROKEN}. */
    public Verdict to(Target target) throws InterruptedException {
        String digits = Long.toString(number++);
        try {
            HttpResponse<byte[]> answer = post(target, CallTemplate.body(target, digits), target.callHeaders());
            byte[] body = answer.body();
            return AnswerCheck.judge(answer.statusCode(), body, 0, body.length, ascii(digits), ascii("m" + digits));
        } catch (IOException e) {
            said = e.toString();
            return Verdict.BROKEN;
        }
    }

    /**
     * Asks once for the list of tools.
     *
     * @return how many tools are in the answer
     * @throws IOException if there is no answer, or its status is not 200
     */
    public int list(Target target) throws IOException, InterruptedException {
        return count(target, LIST, SCHEMA);
    }

    /**
     * Asks once for the list of prompts.
     *
     * @return how many prompts are in the answer
     * @throws IOException if there is no answer, or its status is not 200
     */
    public int prompts(Target target) throws IOException, InterruptedException {
        return count(target, PROMPTS, PROMPT);
    }

    private int count(Target target, String request, byte[] sought) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = post(target, request, target.headers());
        if (answer.statusCode() != OK) {
            throw new IOException("a list was answered " + said);
        }
        return JsonBytes.count(answer.body(), sought);
    }

    private HttpResponse<byte[]> post(Target target, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + target.address().getPort() + target.path()))
                .timeout(ANSWER_MAX)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        byte[] bytes = answer.body();
        said = answer.statusCode() + " " + new String(bytes, 0, Math.min(bytes.length, SAID_BYTES_MAX), UTF_8);
        return answer;
    }

    /** The last answer in short, for a person. */
    public String said() {
        return said;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
