package dev.tollgate.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Single calls, judged as those of a run are; for asking whether somebody serves yet. */
public final class OneCall implements AutoCloseable {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final int SAID_BYTES_MAX = 300;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private long number = CallTemplate.FIRST_NUMBER;
    private String said = "nothing";

    /** Calls once; a refused or broken connection is {@link Verdict#BROKEN}. */
    public Verdict to(Target target) throws InterruptedException {
        String digits = Long.toString(number++);
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + target.address().getPort() + target.path()))
                .timeout(ANSWER_MAX)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(CallTemplate.body(target.tool(), digits)));
        target.headers().forEach(request::header);
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            byte[] body = answer.body();
            said = answer.statusCode() + " " + new String(body, 0, Math.min(body.length, SAID_BYTES_MAX), UTF_8);
            return AnswerCheck.judge(answer.statusCode(), body, 0, body.length, ascii(digits), ascii("m" + digits));
        } catch (IOException e) {
            said = e.toString();
            return Verdict.BROKEN;
        }
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
