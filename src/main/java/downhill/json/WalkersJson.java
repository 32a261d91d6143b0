package downhill.json;

import downhill.descent.HillInfo;
import downhill.insight.description.hill.WalkerPath;
import downhill.json.form.Json;
import downhill.json.form.Members;
import downhill.json.form.Range;
import downhill.json.form.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Reads the walkers of a hill from their JSON form {@code {"walkers": […], "fog": r}}: descents {@code {"name", "start", "optimizer", "steps"}}, and
 * paths by hand {@code {"name", "places": [[…], …]}}, place by place. The paths are made again.
 */
public final class WalkersJson {
    private static final int MOST_WALKERS = 8;
    private static final int MOST_LETTERS = 40;

    private WalkersJson() {}

    /** The walkers, and the range of sight in the fog, if there is any. */
    public record Walkers(List<WalkerPath> paths, OptionalDouble fog) {}

    public static Walkers read(byte[] json, HillInfo info) {
        return Json.read(json, m -> {
            List<Value> walkers = m.requiredArray("walkers");
            if (m.has("walkers") && (walkers.isEmpty() || walkers.size() > MOST_WALKERS)) {
                m.problems().value(m.at("walkers"), "1 to " + MOST_WALKERS + " walkers can be described.");
            }
            List<WalkerPath> paths = new ArrayList<>();
            for (Value walker : walkers.subList(0, Math.min(walkers.size(), MOST_WALKERS))) {
                path(walker.members(), info).ifPresent(paths::add);
            }
            OptionalDouble fog = m.optionalNumber("fog", Range.POSITIVE)
                    .map(OptionalDouble::of)
                    .orElse(OptionalDouble.empty());
            return new Walkers(paths, fog);
        });
    }

    private static Optional<WalkerPath> path(Members m, HillInfo info) {
        String name = name(m);
        Optional<WalkerPath> path = m.has("way") ? byHand(m, name, info) : descent(m, name, info);
        m.refuseUnknown();
        return path;
    }

    private static String name(Members m) {
        String name = m.text("name");
        if (m.has("name") && (name.isBlank() || name.length() > MOST_LETTERS)) {
            m.problems().value(m.at("name"), "A name has 1 to " + MOST_LETTERS + " letters.");
        }
        return name;
    }

    private static Optional<WalkerPath> descent(Members m, String name, HillInfo info) {
        HillJson.Descent descent = HillJson.descent(m, info);
        return made(
                m,
                "start",
                () -> WalkerPath.descent(name, info.hill(), descent.start(), descent.optimizer(), descent.steps()));
    }

    private static Optional<WalkerPath> byHand(Members m, String name, HillInfo info) {
        List<List<Double>> places = new ArrayList<>();
        for (Value place : m.array("way")) {
            places.add(HillJson.place(place, info.hill().dimensions()));
        }
        if (places.isEmpty() || places.size() > HillJson.MOST_STEPS + 1) {
            m.problems().value(m.at("way"), "1 to " + (HillJson.MOST_STEPS + 1) + " places make a path.");
        }
        return made(m, "way", () -> WalkerPath.byHand(name, info.hill(), places));
    }

    /** The path, unless there is a mistake already or the hill is not finite along it. */
    private static Optional<WalkerPath> made(Members m, String field, Supplier<WalkerPath> path) {
        if (m.problems().any()) {
            return Optional.empty();
        }
        try {
            return Optional.of(path.get());
        } catch (IllegalArgumentException e) {
            m.problems().value(m.at(field), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
