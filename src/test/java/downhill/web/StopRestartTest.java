package downhill.web;

import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.live.ServerLimits;
import downhill.store.Store;
import downhill.store.StoreSettings;
import downhill.web.http.ServerSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was asked to stop somewhere stops there after a restart too. */
class StopRestartTest {
    @TempDir
    private Path folder;

    private TestApp start(String... limits) {
        var overrides = new Properties();
        for (int i = 0; i < limits.length; i += 2) {
            overrides.setProperty(limits[i], limits[i + 1]);
        }
        return new TestApp(
                ServerLimits.from(overrides),
                new ServerSettings(0, "127.0.0.1", "", Optional.empty()),
                Store.open(StoreSettings.sqlite(folder)));
    }

    @Test
    void aRunThatPlaysAgainStillStopsWhereItWasAskedTo() {
        String run;
        try (TestApp app = start()) {
            run = app.create(TestApp.XOR);
            app.post(run + "/play", "{\"stepsPerSecond\": 50, \"until\": {\"step\": 60}}");
            try (var events = app.events(run + "/frames")) {
                events.frames(3);
            }
        }
        try (TestApp app = start();
                var events = app.events(run + "/frames")) {
            int step = 0;
            while (step < 60) {
                step = events.frames(1).getFirst().step();
            }
            assertThat(json(app.get(run)).get("state").stringValue()).isEqualTo("paused");
            assertThat(json(app.get(run)).get("step").intValue()).isEqualTo(60);
            assertThat(json(app.get(run)).get("stopped").get("reason").stringValue())
                    .isEqualTo("step");
        }
    }
}
