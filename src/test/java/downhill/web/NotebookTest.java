package downhill.web;

import static downhill.web.TestApp.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.export.Python;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The notebook of a run: its form, and what its cells print when somebody runs them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotebookTest {
    private static final String CIRCLE = """
            {"data": {"name": "circle", "count": 60, "testShare": 0.5}, "network": {"layers": [2, 3, 1]},
             "batch": {"size": 10}, "optimizer": {"learningRate": 0.5}}""";

    private final TestApp app = new TestApp();

    @AfterAll
    void close() {
        app.close();
    }

    private HttpResponse<String> notebook(String run) {
        return app.get(run + "/export?format=notebook");
    }

    private String trained(int steps) {
        String run = app.create(CIRCLE);
        if (steps > 0) {
            app.post(run + "/steps", "{\"count\": " + steps + "}");
        }
        return run;
    }

    /** The rules of nbformat 4.5's schema, as far as they concern words and code without outputs. */
    @Test
    void itKeepsTheRulesOfNbformat() {
        HttpResponse<String> answer = notebook(trained(3));
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-ipynb+json");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"downhill.ipynb\"");
        JsonNode file = json(answer);
        assertThat(file.propertyNames()).containsExactlyInAnyOrder("metadata", "nbformat", "nbformat_minor", "cells");
        assertThat(file.get("nbformat").intValue()).isEqualTo(4);
        assertThat(file.get("nbformat_minor").intValue()).isEqualTo(5);
        JsonNode metadata = file.get("metadata");
        assertThat(metadata.get("kernelspec").get("name").stringValue()).isEqualTo("python3");
        assertThat(metadata.get("kernelspec").get("display_name").stringValue()).isNotBlank();
        assertThat(metadata.get("language_info").get("name").stringValue()).isEqualTo("python");
        Set<String> ids = new HashSet<>();
        assertThat(file.get("cells")).hasSizeGreaterThan(7);
        for (JsonNode cell : file.get("cells")) {
            boolean isCode = cell.get("cell_type").stringValue().equals("code");
            assertThat(cell.propertyNames())
                    .containsExactlyInAnyOrderElementsOf(
                            isCode
                                    ? Set.of("id", "cell_type", "metadata", "source", "execution_count", "outputs")
                                    : Set.of("id", "cell_type", "metadata", "source"));
            assertThat(cell.get("id").stringValue()).matches("[a-zA-Z0-9_-]{1,64}");
            assertThat(ids.add(cell.get("id").stringValue())).isTrue();
            assertThat(cell.get("metadata").isObject()).isTrue();
            assertThat(cell.get("source"))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line.isString()).isTrue());
            if (isCode) {
                assertThat(cell.get("execution_count").isNull()).isTrue();
                assertThat(cell.get("outputs")).isEmpty();
            } else {
                assertThat(cell.get("cell_type").stringValue()).isEqualTo("markdown");
            }
        }
    }

    @Test
    void itHoldsTheNameThatOnlyReads() {
        String run = trained(0);
        String text = notebook(run).body();
        assertThat(text)
                .contains(json(app.get(run)).get("view").stringValue(), "http://127.0.0.1:")
                .doesNotContain(json(app.get(run)).get("id").stringValue(), "@SITE@", "@RUN@");
    }

    @Test
    void itsCellsPrintTheNumbersOfTheRun(@TempDir Path folder) throws IOException {
        Optional<Python> python = Python.with("numpy");
        assumeTrue(python.isPresent(), "there is no python3 with numpy here");
        String run = trained(150);
        String printed = python.get().run(code(run), folder);
        JsonNode newest = json(app.get(run + "/frames/150"));
        assertThat(printed)
                .contains("data: circle", "layers: 2-3-1", "steps so far: 150", "frames: 100")
                .contains("weights into layer 1: 3 x 2")
                .contains("length of the gradient of the weights into layer 2:")
                .containsPattern("cost of the batch: .* at step 0, " + sixDigits(newest.get("cost")) + " at step 150")
                .containsPattern(
                        "cost of the test examples: .*, " + sixDigits(newest.get("testCost")) + " at step 150");
        String first = python.get().run(code(trained(0)), folder);
        assertThat(first).contains("steps so far: 0", "frames: 0");
    }

    private String code(String run) {
        var program = new StringBuilder();
        // A window that waits for somebody to close it would keep the test from ending.
        program.append("import os\nos.environ[\"MPLBACKEND\"] = \"Agg\"\n");
        for (JsonNode cell : json(notebook(run)).get("cells")) {
            if (cell.get("cell_type").stringValue().equals("code")) {
                cell.get("source").forEach(line -> program.append(line.stringValue()));
                program.append("\n");
            }
        }
        return program.toString();
    }

    /** The beginning of a number, which Python writes with six digits. */
    private static String sixDigits(JsonNode number) {
        String text = number.toString();
        return text.substring(0, Math.min(6, text.length())).replace(".", "\\.") + "\\d*";
    }
}
