package downhill.web;

import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A branch shares the steps before it and then goes on by itself. */
class BranchesTest extends TrainedXor {
    @Test
    void aBranchSharesThePastAndGoesItsOwnWay() {
        app.post(run + "/tweaks", "{\"optimizer\": {\"learningRate\": 1}}");
        HttpResponse<String> created =
                app.post(run + "/branches", "{\"step\": 12, \"tweak\": {\"optimizer\": {\"learningRate\": 5}}}");
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        JsonNode description = json(created);
        String branch = "/api/runs/" + description.get("id").stringValue();
        assertThat(created.headers().firstValue("Location")).contains(branch);
        assertThat("/api/runs/" + description.get("parent").stringValue()).isEqualTo(run);
        assertThat(description.get("state").stringValue()).isEqualTo("paused");
        assertThat(description.get("step").intValue()).isEqualTo(12);
        assertThat(description.get("tweaks").toString())
                .isEqualTo("[{\"step\":12,\"optimizer\":{\"learningRate\":5.0}}]");
        assertThat(frame(branch, 7)).isEqualTo(frame(run, 7));
        assertThat(frame(branch, 12).get("weights")).isEqualTo(frame(run, 12).get("weights"));
        assertThat(frame(branch, 12).get("biasUpdates"))
                .isNotEqualTo(frame(run, 12).get("biasUpdates"));
        app.post(branch + "/steps", "{\"count\": 1}");
        assertThat(frame(branch, 13).get("cost")).isNotEqualTo(frame(run, 13).get("cost"));
    }

    @Test
    void aBranchWithoutATweakGoesTheSameWay() {
        String branch = "/api/runs/"
                + json(app.post(run + "/branches", "{\"step\": 5}")).get("id").stringValue();
        app.post(branch + "/steps", "{\"count\": 6}");
        assertThat(frame(branch, 11)).isEqualTo(frame(run, 11));
    }
}
