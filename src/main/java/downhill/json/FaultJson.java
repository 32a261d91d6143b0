package downhill.json;

import downhill.autodiff.ExpressionException;
import downhill.autodiff.Fault;
import downhill.autodiff.Span;
import downhill.json.form.Values;
import downhill.train.spec.Problem;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A mistake in an expression, as a problem document that also gives line, column and what was expected. */
public final class FaultJson {
    private FaultJson() {}

    /** The document; {@code line}, {@code column}, {@code expected} and {@code node} are those of the first fault. */
    public static ObjectNode problem(int status, String title, ExpressionException e) {
        List<Problem> problems = e.faults().stream()
                .map(fault -> new Problem(pointer(fault), fault.detail()))
                .toList();
        ObjectNode document =
                RunJson.problem(status, title, e.faults().getFirst().detail(), problems);
        place(document, e.faults().getFirst());
        for (int i = 0; i < problems.size(); i++) {
            place((ObjectNode) document.get("errors").get(i), e.faults().get(i));
        }
        return document;
    }

    private static String pointer(Fault fault) {
        return switch (fault) {
            case Fault.Syntax f -> "/expression";
            case Fault.NotFinite f -> "/expression";
            case Fault.MissingValue f -> "/values";
            case Fault.UnknownValue f -> "/values/" + Values.escaped(f.name());
        };
    }

    private static void place(ObjectNode json, Fault fault) {
        switch (fault) {
            case Fault.Syntax f -> place(json, f.at()).put("expected", f.expected());
            case Fault.NotFinite f -> place(json, f.at()).put("node", f.node());
            case Fault.MissingValue f -> place(json, f.at()).put("variable", f.name());
            case Fault.UnknownValue f -> {}
        }
    }

    private static ObjectNode place(ObjectNode json, Span at) {
        return json.put("line", at.line()).put("column", at.column());
    }
}
