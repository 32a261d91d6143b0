package downhill.web;

import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.ServerLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadTest {
    private static final String TABLE = "x,y,class\n0.1,0.2,low\n0.9,0.7,high\n0.3,0.1,low\n0.8,0.9,high\n";

    private final TestApp app = new TestApp(limits());

    private static ServerLimits limits() {
        var limits = new Properties();
        limits.setProperty("uploadsPerVisitor", "3");
        limits.setProperty("bodyBytes", "20000");
        return ServerLimits.from(limits);
    }

    @AfterAll
    void close() {
        app.close();
    }

    private HttpResponse<String> upload(byte[] file, String type) {
        return app.send(app.request("/api/data").header("Content-Type", type).POST(BodyPublishers.ofByteArray(file)));
    }

    private HttpResponse<String> upload(String table) {
        return upload(table.getBytes(StandardCharsets.UTF_8), "text/csv");
    }

    private HttpResponse<String> send(String address, String table) {
        return app.send(app.request(address).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(table)));
    }

    @Test
    void theQueryChoosesColumnsAndScalesThem() {
        String table = "id;x;y;price\na;1;5;0,5\nb;3;5;2,5\n";
        HttpResponse<String> uploaded = send("/api/data?inputs=2,3&targets=4&scale=true", table);
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
        assertThat(json(uploaded).get("targets").stringValue()).isEqualTo("numbers");
        String run = app.create("{\"data\": {\"name\": \"file\", \"id\": "
                + json(uploaded).get("id") + "}, \"network\": {\"layers\": [2, 1], \"activations\": [\"identity\"]}}");
        var data = json(app.get(run + "/data"));
        assertThat(data.get("inputs").toString()).isEqualTo("[[-1.0,0.0],[1.0,0.0]]");
        assertThat(data.get("targets").toString()).isEqualTo("[[-1.0],[1.0]]");
        HttpResponse<String> named = send("/api/data?inputs=1,2&targets=4", table);
        assertThat(named.statusCode()).isEqualTo(422);
        assertThat(json(named).get("detail").stringValue()).startsWith("row 2, column 1: \"a\" is not a number");
        assertThat(send("/api/data?inputs=0", table).statusCode()).isEqualTo(422);
        assertThat(send("/api/data?inputs=a", table).statusCode()).isEqualTo(400);
        assertThat(send("/api/data?scale=yes", table).statusCode()).isEqualTo(422);
    }

    @Test
    void aPreviewTellsColumnsAndKeepsNothing() {
        HttpResponse<String> seen = send("/api/data/preview", "x;town\n0,5;A\n1,5;B\n");
        assertThat(seen.statusCode()).as(seen.body()).isEqualTo(200);
        var preview = json(seen);
        assertThat(preview.get("columns").get(0).toString())
                .isEqualTo("{\"name\":\"x\",\"numeric\":true,\"target\":false,\"mean\":1.0,\"spread\":0.5}");
        assertThat(preview.get("columns").get(1).get("mean").isNull()).isTrue();
        assertThat(preview.get("rows").toString()).isEqualTo("[[\"0,5\",\"A\"],[\"1,5\",\"B\"]]");
        assertThat(preview.has("id")).isFalse();
    }

    private static String spec(String id, String layers) {
        return "{\"data\": {\"name\": \"file\", \"id\": \"" + id + "\"}, \"network\": {\"layers\": " + layers + "}}";
    }

    @Test
    void aTableThatIsUploadedCanBeTrainedOn() {
        HttpResponse<String> uploaded = upload(TABLE);
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
        String run = app.create(spec(json(uploaded).get("id").stringValue(), "[2, 3, 1]"));
        assertThat(app.post(run + "/steps", "{\"count\": 10}").statusCode()).isEqualTo(200);
        var data = json(app.get(run + "/data"));
        assertThat(data.get("inputs").toString()).isEqualTo("[[0.1,0.2],[0.9,0.7],[0.3,0.1],[0.8,0.9]]");
        assertThat(data.get("targets").size()).isEqualTo(4);
    }

    @Test
    void packedItIsTheSame() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(TABLE.getBytes(StandardCharsets.UTF_8));
        }
        HttpResponse<String> uploaded = upload(packed.toByteArray(), "application/gzip");
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
        assertThat(json(uploaded).get("examples").intValue()).isEqualTo(4);
    }

    @Test
    void picturesAndLabelsInIdxCanBeTrainedOn() {
        byte[] file = {
            0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, -1, -1, 0, -1, -1, 0, 0, 8, 1, 0, 0, 0, 3, 0, 1, 1
        };
        HttpResponse<String> uploaded = upload(file, "application/octet-stream");
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
        var answer = json(uploaded);
        String run = app.create(spec(
                answer.get("id").stringValue(), "[2, " + answer.get("outputs").get(0) + "]"));
        assertThat(json(app.get(run + "/data")).get("inputs").toString()).isEqualTo("[[0.0,1.0],[1.0,0.0],[1.0,1.0]]");
    }

    private HttpResponse<String> form(String... parts) {
        String body = String.join("", parts) + "--cut--\r\n";
        return upload(body.getBytes(StandardCharsets.ISO_8859_1), "multipart/form-data; boundary=cut");
    }

    private static String part(byte[] file) {
        return "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n"
                + new String(file, StandardCharsets.ISO_8859_1) + "\r\n";
    }

    @Test
    void picturesAndLabelsMayBeTwoFilesOfAForm() {
        byte[] pictures = {0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, -1, -1, 0, -1, -1};
        byte[] labels = {0, 0, 8, 1, 0, 0, 0, 3, 0, 1, 1};
        HttpResponse<String> uploaded = form(part(labels), part(pictures));
        assertThat(uploaded.statusCode()).as(uploaded.body()).isEqualTo(201);
        assertThat(json(uploaded).get("examples").intValue()).isEqualTo(3);
    }

    @Test
    void aFormThatMakesNoSenseIsRefused() {
        assertThat(form().statusCode()).isEqualTo(400);
        assertThat(form("--cut\r\nnonsense").statusCode()).isEqualTo(400);
        assertThat(upload("abc".getBytes(StandardCharsets.UTF_8), "multipart/form-data")
                        .statusCode())
                .isEqualTo(400);
        assertThat(form(part(new byte[30_000])).statusCode()).isEqualTo(413);
        byte[] table = TABLE.getBytes(StandardCharsets.UTF_8);
        assertThat(form(part(table), part(table)).statusCode()).isEqualTo(415);
    }

    @Test
    void aFileThatMakesNoSenseIsRefusedWithThePlace() {
        HttpResponse<String> ragged = upload("x,y,class\n1,2,a\n1,b\n");
        assertThat(ragged.statusCode()).isEqualTo(422);
        assertThat(json(ragged).get("detail").stringValue()).contains("row 3");
        byte[] cutOff = {0, 0, 8, 3, 0, 0, 0, 3};
        assertThat(upload(cutOff, "application/octet-stream").statusCode()).isEqualTo(422);
        assertThat(app.post("/api/data", "{}").statusCode()).isEqualTo(415);
        assertThat(upload("1,2\n".repeat(10_000)).statusCode()).isEqualTo(413);
    }

    @Test
    void anIdThatNobodyUploadedIsRefused() {
        HttpResponse<String> refused = app.post("/api/runs", spec("none", "[2, 3, 1]"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("/data/id");
    }

    @Test
    void aNetworkThatDoesNotFitTheFileIsRefused() {
        String id = json(upload(TABLE)).get("id").stringValue();
        assertThat(app.post("/api/runs", spec(id, "[2, 3, 5]")).statusCode()).isEqualTo(422);
        assertThat(app.post("/api/runs", spec(id, "[3, 3, 1]")).statusCode()).isEqualTo(422);
    }

    @Test
    void oneFileTooManyTakesThePlaceOfTheOldest() {
        String first = json(upload(TABLE)).get("id").stringValue();
        for (int i = 0; i < 3; i++) {
            assertThat(upload(TABLE).statusCode()).isEqualTo(201);
        }
        assertThat(app.post("/api/runs", spec(first, "[2, 3, 1]")).statusCode()).isEqualTo(422);
    }
}
