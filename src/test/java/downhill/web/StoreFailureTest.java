package downhill.web;

import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import downhill.bench.Postgres;
import downhill.live.ServerLimits;
import downhill.store.Store;
import downhill.store.StoreSettings;
import downhill.web.http.ServerSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A store that fails gives clear errors, tears nothing, and everything goes on once it works again. */
class StoreFailureTest {
    private static final String RATE = "{\"optimizer\": {\"learningRate\": 0.25}}";

    static boolean hasPostgres() throws IOException {
        return Postgres.isInstalled();
    }

    private static TestApp start(StoreSettings settings) {
        return new TestApp(
                ServerLimits.DEFAULT, new ServerSettings(0, "127.0.0.1", "", Optional.empty()), Store.open(settings));
    }

    /** A specification with 10,000 examples of its own. */
    private static String large() {
        return "{\"data\": {\"name\": \"inline\", \"inputs\": [" + "[0.5],".repeat(9999) + "[1]], \"targets\": ["
                + "[1],".repeat(9999) + "[0]]}, \"network\": {\"layers\": [1, 2, 1]}}";
    }

    private static void isRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(json(answer).get("detail").stringValue()).contains("Try again");
    }

    @Test
    void whatDoesNotFitOnTheDiskIsRefusedAndTheRestGoesOn(@TempDir Path folder) {
        StoreSettings settings = StoreSettings.sqlite(folder);
        Map<String, String> small = new HashMap<>(settings.properties());
        small.put("max_page_count", "60");
        try (TestApp app = start(new StoreSettings(settings.url(), settings.bytes(), 4, small))) {
            String run = app.create(TestApp.XOR);
            HttpResponse<String> answer = app.post(run + "/tweaks", RATE);
            int kept = 0;
            while (answer.statusCode() == 200 && kept < 5000) {
                kept++;
                answer = app.post(run + "/tweaks", RATE);
            }
            isRefused(answer);
            assertThat(json(app.get(run)).get("tweaks").size()).isEqualTo(kept);
            assertThat(app.get("/lessons/the-hill/1").statusCode()).isEqualTo(200);
            isRefused(app.post("/api/runs", large()));
            assertThat(app.get(run + "/frames/0").statusCode()).isEqualTo(200);
        }
    }

    @Test
    @EnabledIf("hasPostgres")
    void aDatabaseThatIsGoneForAWhileLosesNothing() throws IOException, InterruptedException {
        try (Postgres postgres = Postgres.start(true).orElseThrow();
                TestApp app = start(StoreSettings.from(Map.of("DATABASE_URL", postgres.url())))) {
            String run = app.create(TestApp.XOR);
            assertThat(app.post(run + "/tweaks", RATE).statusCode()).isEqualTo(200);

            postgres.crash();
            isRefused(app.post(run + "/tweaks", RATE));
            isRefused(app.get(run));
            assertThat(app.get("/lessons/the-hill/1").statusCode()).isEqualTo(200);

            postgres.start();
            assertThat(json(app.get(run)).get("tweaks").size()).isEqualTo(1);
            assertThat(app.post(run + "/tweaks", RATE).statusCode()).isEqualTo(200);
            assertThat(json(app.get(run)).get("tweaks").size()).isEqualTo(2);
        }
    }
}
