package downhill.browser;

import com.microsoft.playwright.options.RequestOptions;
import downhill.browser.Tab.Look;
import tools.jackson.databind.json.JsonMapper;

/** A site whose demo pages show a run that a test made. */
abstract class DemoSite extends Site {
    /** The published worked example, reference/mazur.json. */
    static final String SPEC = """
            {"data": {"name": "inline", "inputs": [[0.05, 0.10]], "targets": [[0.01, 0.99]]},
             "network": {"layers": [2, 2, 2], "activations": ["sigmoid", "sigmoid"],
                         "weights": [[[0.15, 0.20], [0.25, 0.30]], [[0.40, 0.45], [0.50, 0.55]]],
                         "biases": [[0.35, 0.35], [0.60, 0.60]]},
             "optimizer": {"learningRate": 0.5}, "frozen": ["biases"]}""";

    /** A widget's demo page whose live stage shows the worked example. */
    final Tab open(String widget) {
        return open(widget, SPEC, 0);
    }

    final Tab open(String widget, String spec, int steps) {
        Tab tab = new Tab(Look.WIDE);
        String created = tab.page
                .request()
                .post(
                        origin + "/api/runs",
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setData(spec))
                .text();
        String id = JsonMapper.shared().readTree(created).get("id").stringValue();
        if (steps > 0) {
            tab.page
                    .request()
                    .post(
                            origin + "/api/runs/" + id + "/steps",
                            RequestOptions.create()
                                    .setHeader("Content-Type", "application/json")
                                    .setData("{\"count\": " + steps + "}"));
        }
        Tab.visit(tab.page, origin + "/widgets/" + widget + "?run=" + id);
        until(tab.page, "!!document.querySelector('#stage')?.picture");
        until(tab.page, "!document.querySelector(':not(:defined)')");
        return tab;
    }
}
