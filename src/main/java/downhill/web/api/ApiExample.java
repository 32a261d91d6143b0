package downhill.web.api;

import downhill.json.ApiDescription.Field;
import downhill.json.ApiDescription.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The example of an operation on the page of the interface. */
public final class ApiExample {
    private ApiExample() {}

    /** The operation's name within the page. */
    public static String anchor(Operation operation) {
        return operation.summary().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    /** Its parameters and then the fields of its body. */
    public static List<Field> fields(Operation operation) {
        List<Field> fields = new ArrayList<>(operation.parameters());
        fields.addAll(operation.body());
        return fields;
    }

    /** An operation as a command line, where $DOWNHILL is this server's address and $RUN the id of a run. */
    public static String curl(Operation operation) {
        String path = operation.path().replace("{id}", "$RUN");
        List<String> query = new ArrayList<>();
        for (Field field : operation.parameters()) {
            path = path.replace("{" + field.name() + "}", field.example());
            if (field.place().equals("query") && !field.example().isEmpty()) {
                query.add(field.name() + "=" + field.example());
            }
        }
        String address = "\"$DOWNHILL" + path + (query.isEmpty() ? "" : "?" + String.join("&", query)) + "\"";
        if (operation.type().equals("text/csv")) {
            String lines = operation.example().orElse("").replace("\n", "\\n");
            return "printf '" + lines + "' |\n    curl " + address + " -H 'Content-Type: text/csv' --data-binary @-";
        }
        return "curl" + options(operation) + " " + address
                + operation
                        .example()
                        .map(json -> " \\\n    --json '" + json + "'")
                        .orElse("");
    }

    private static String options(Operation operation) {
        if (operation.stream()) {
            return " -N -H 'Accept: text/event-stream'";
        }
        boolean isPlain =
                operation.method().equals("GET") || operation.example().isPresent();
        return isPlain ? "" : " -X " + operation.method();
    }
}
