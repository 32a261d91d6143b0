package downhill.web;

import static downhill.web.BadRequestsTest.isProblem;
import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.ServerLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Large bodies are bounded: each of them, and all of them together. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeBodiesTest {
    private static final int MEGABYTE = 1 << 20;

    private final TestApp app = new TestApp(ServerLimits.from(small()));

    private static Properties small() {
        var limits = new Properties();
        limits.setProperty("bodyMegabytes", "64");
        return limits;
    }

    @AfterAll
    void close() {
        app.close();
    }

    private static String spec(int examples) {
        String inputs = "[0,1],".repeat(examples - 1) + "[0,1]";
        String targets = "[1],".repeat(examples - 1) + "[1]";
        return "{\"data\":{\"name\":\"inline\",\"inputs\":[" + inputs + "],\"targets\":[" + targets
                + "]},\"network\":{\"layers\":[2,1]},\"batch\":{\"size\":1}}";
    }

    @Test
    void aBodyOfMoreValuesThanAreReadSaysWhatToDo() {
        HttpResponse<String> refused = app.post("/api/runs", spec(1_500_000));
        isProblem(refused, 422, "");
        assertThat(json(refused).get("detail").stringValue()).contains("1000000 numbers", "POST /api/data");
    }

    @Test
    void manyExamplesAreStillReadAndTrainedOn() {
        String run = app.create(spec(100_000));
        assertThat(app.post(run + "/steps", "{\"count\": 3}").statusCode()).isEqualTo(200);
        String data = app.get(run + "/data?numbers=6").body();
        assertThat(data).startsWith("{\"inputs\":[[0.0,1.0],[0.0,1.0],[0.0,1.0]],\"targets\":[[1.0],[1.0],[1.0]]");
    }

    @Test
    void aWrongNumberAmongManyIsNamedByItsPlace() {
        isProblem(
                app.post("/api/runs", spec(10).replaceFirst("\\[0,1],\\[0,1]", "[0,1],[0,true]")),
                400,
                "/data/inputs/1/1");
        isProblem(
                app.post("/api/runs", spec(10).replaceFirst("\\[0,1],\\[0,1]", "[0,1],[0,1e999]")),
                422,
                "/data/inputs/1/1");
    }

    /** Bodies of 10 MB that have begun and do not go on: the third finds no room, and a small one does. */
    @Test
    @Timeout(60)
    void largeBodiesThatAreUnderWayTakeRoomAndGiveItBack() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 2; i++) {
                slow.add(begin(10 * MEGABYTE));
            }
            HttpResponse<String> refused = app.post("/api/runs", " ".repeat(10 * MEGABYTE));
            while (refused.statusCode() != 503) {
                // A slow body that came while another test's body was still held, or that the server gave up, takes no
                // room.
                slow.add(begin(10 * MEGABYTE));
                refused = app.post("/api/runs", " ".repeat(10 * MEGABYTE));
            }
            isProblem(refused, 503, "");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(app.create(TestApp.XOR)).isNotEmpty();
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        HttpResponse<String> read = app.post("/api/runs", " ".repeat(10 * MEGABYTE));
        while (read.statusCode() == 503) {
            read = app.post("/api/runs", " ".repeat(10 * MEGABYTE));
        }
        isProblem(read, 400, "");
    }

    private Socket begin(int length) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), app.port());
        socket.getOutputStream()
                .write(
                        ("POST /api/runs HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                        + length + "\r\n\r\n{")
                                .getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }
}
