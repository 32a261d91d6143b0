package downhill.web.api;

import downhill.json.form.BadInputException;
import downhill.json.form.BadInputException.Kind;
import downhill.live.LiveRun;
import downhill.net.Parameter;
import downhill.train.spec.ParameterBounds;
import downhill.train.spec.Problem;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The weight or the bias that a query names: {@code weight=1.0.2} or {@code bias=1.0}. */
public final class ParameterQuery {
    private static final Pattern WEIGHT = Pattern.compile("\\d{1,7}(\\.\\d{1,7}){2}");
    private static final Pattern BIAS = Pattern.compile("\\d{1,7}\\.\\d{1,7}");

    private ParameterQuery() {}

    /** The named parameter, if the query names one and this run's network has it. */
    static Optional<Parameter> read(Context ctx, LiveRun run) {
        String weight = ctx.queryParam("weight");
        String bias = ctx.queryParam("bias");
        if (weight != null && bias != null) {
            throw bad("bias", "Ask for a weight or for a bias, not for both.");
        }
        Optional<Parameter> parameter = Optional.ofNullable(weight)
                .map(ParameterQuery::weight)
                .or(() -> Optional.ofNullable(bias).map(ParameterQuery::bias));
        parameter
                .flatMap(at -> ParameterBounds.parameter(
                        run.read(h -> h.newest().spec()).network(), at))
                .ifPresent(detail -> {
                    throw bad(name(ctx), detail);
                });
        return parameter;
    }

    /** The name of the parameter that the query has. */
    static String name(Context ctx) {
        return ctx.queryParam("bias") == null ? "weight" : "bias";
    }

    private static Parameter weight(String text) {
        if (!WEIGHT.matcher(text).matches()) {
            throw bad(
                    "weight",
                    "A weight is expected, as in \"1.0.0\": layer, neuron it leads to, neuron it comes from.");
        }
        int[] at = indices(text);
        return new Parameter.Weight(at[0], at[1], at[2]);
    }

    private static Parameter bias(String text) {
        if (!BIAS.matcher(text).matches()) {
            throw bad(
                    "bias",
                    "A bias is expected, as in \"1.0\": layer and neuron; layer 0 is the first after the input.");
        }
        int[] at = indices(text);
        return new Parameter.Bias(at[0], at[1]);
    }

    private static int[] indices(String text) {
        return Arrays.stream(text.split("\\.", -1)).mapToInt(Integer::parseInt).toArray();
    }

    private static BadInputException bad(String parameter, String detail) {
        return new BadInputException(Kind.VALUE, List.of(new Problem("?" + parameter, detail)));
    }
}
