package downhill.web.widget;

import downhill.course.Widget.Demo;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The settings of a demo page, as its address holds them. A value that the page does not know is named in a remark, and the usual one holds.
 *
 * @param given the values that the address holds and the page knows
 * @param remarks sentences for the visitor
 */
record Chosen(List<Parameter> known, Map<String, String> given, List<String> remarks) {
    private static final Set<String> OF_EVERY_PAGE = Set.of("embed");
    private static final int MOST_REMARKS = 3;
    private static final int LONGEST = 40;

    static Chosen read(Context ctx, Demo demo) {
        return of(Parameters.of(demo), ctx.queryParamMap());
    }

    /** Reads the settings from the values of each name in an address's query. */
    static Chosen of(List<Parameter> known, Map<String, List<String>> query) {
        Map<String, String> given = new HashMap<>();
        List<String> remarks = new ArrayList<>();
        query.forEach((name, values) -> {
            String value = values.getFirst();
            Optional<Parameter> parameter =
                    known.stream().filter(one -> one.name().equals(name)).findFirst();
            if (OF_EVERY_PAGE.contains(name) || value.isEmpty()) {
                return;
            }
            if (parameter.isEmpty()) {
                remarks.add("The address holds “" + shortened(name) + "”, which is no setting of this figure."
                        + (known.isEmpty() ? "" : " Its settings are " + names(known) + "."));
            } else if (parameter.get().allows(value)) {
                given.put(name, value);
            } else {
                remarks.add(refusal(parameter.get(), value));
            }
        });
        return new Chosen(known, given, remarks.stream().limit(MOST_REMARKS).toList());
    }

    private static String refusal(Parameter parameter, String value) {
        String shown = parameter.standard().isEmpty() ? "" : " The figure shows " + parameter.standard() + ".";
        return "There is no " + parameter.label().toLowerCase(Locale.ROOT) + " “" + shortened(value) + "” here." + shown
                + " You can choose " + String.join(", ", parameter.values()) + ".";
    }

    private static String names(List<Parameter> parameters) {
        return String.join(", ", parameters.stream().map(Parameter::name).toList());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** The value of a setting: the address's own, or else the usual one. */
    String of(String name) {
        return given(name)
                .orElseGet(() -> known.stream()
                        .filter(one -> one.name().equals(name))
                        .map(Parameter::standard)
                        .findFirst()
                        .orElse(""));
    }

    Optional<String> given(String name) {
        return Optional.ofNullable(given.get(name));
    }

    /** The settings as the query of another address, for the run that they make. */
    String query() {
        String pairs = Parameters.OF_RUN.stream()
                .flatMap(one -> given(one.name()).map(value -> one.name() + "=" + value).stream())
                .collect(Collectors.joining("&"));
        return pairs.isEmpty() ? "" : "?" + pairs;
    }

    /** The same with another remark. */
    Chosen with(String remark) {
        List<String> more = new ArrayList<>(remarks);
        more.add(remark);
        return new Chosen(known, given, List.copyOf(more));
    }
}
