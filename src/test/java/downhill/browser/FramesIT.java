package downhill.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import downhill.browser.Tab.Look;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Figures in frames of a course's own page, which comes from another server. */
class FramesIT extends Site {
    private static final List<String> EIGHT = List.of(
            "sensitivity/1",
            "sensitivity/2",
            "sensitivity/3",
            "sensitivity/4",
            "layer-by-layer/1",
            "layer-by-layer/12",
            "cost-is-height/1",
            "one-neuron/3");

    /** A page of another server with a frame for each of these scenes. */
    private final class Course implements AutoCloseable {
        private final HttpServer server;

        Course(String attributes, List<String> scenes) {
            String page = scenes.stream()
                    .map(scene -> "<iframe %s width=420 height=640 src='%s/lessons/%s?embed=1'></iframe>"
                            .formatted(attributes, origin, scene))
                    .collect(Collectors.joining(
                            "\n", "<!doctype html><title>Course</title><link rel=icon href=data:,>", ""));
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            server.createContext("/", exchange -> {
                byte[] body = page.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "text/html;charset=utf-8");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
        }

        /** Another site than 127.0.0.1, so that cookies of the frames are those of a third party. */
        String address() {
            return "http://localhost:" + server.getAddress().getPort() + "/";
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static Frame frame(Page page, String scene) {
        return page.frames().stream()
                .filter(frame -> frame.url().contains("/lessons/" + scene + "?"))
                .findFirst()
                .orElseThrow();
    }

    private static void until(Page page, Frame frame, String condition) {
        page.waitForCondition(() -> Boolean.TRUE.equals(frame.evaluate("(" + condition + ") === true")));
    }

    private static void isDrawn(Page page, Frame frame) {
        until(page, frame, "!!document.querySelector('#stage')?.picture && !document.querySelector(':not(:defined)')");
    }

    @Test
    void eightFiguresOfOneHostAllLoad() {
        try (Course course = new Course("", EIGHT);
                Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            page.navigate(course.address());
            for (String scene : EIGHT) {
                isDrawn(page, frame(page, scene));
            }
            for (String scene : List.of("sensitivity/4", "layer-by-layer/12")) {
                Frame frame = frame(page, scene);
                int before = ((Number) frame.evaluate("document.querySelector('#stage').picture.step")).intValue();
                frame.locator("[data-part=step] button").click();
                until(page, frame, "document.querySelector('#stage').picture?.step === " + (before + 1));
            }
        }
    }

    @Test
    void aFigureInASandboxedFrameIsDrawnAndCanBeDriven() {
        try (Course course = new Course("sandbox='allow-scripts'", List.of("the-hill/2", "sensitivity/4"));
                Tab tab = new Tab(Look.WIDE)) {
            Page page = tab.page;
            page.navigate(course.address());
            Frame hill = frame(page, "the-hill/2");
            isDrawn(page, hill);
            assertThat(hill.evaluate("self.origin")).isEqualTo("null");
            assertThat(hill.locator("#stage").first()).hasCSS("display", "block");
            Frame run = frame(page, "sensitivity/4");
            isDrawn(page, run);
            assertThat(
                            run.evaluate(
                                    "document.fonts.status === 'loaded' && [...document.fonts].some((f) => f.status === 'loaded')"))
                    .isEqualTo(true);
            run.locator("[data-part=step] button").click();
            until(page, run, "document.querySelector('#stage').picture?.step === 1");
            run.locator("[data-part=play] button").click();
            until(page, run, "document.querySelector('#stage').picture?.step > 5");
            run.locator("[data-part=play] button").click();
            until(page, run, "document.querySelector('#stage').progress.state === 'paused'");
            run.locator("[data-part=again]").click();
            until(page, run, "document.querySelector('#stage').picture?.step === 0");
        }
    }
}
