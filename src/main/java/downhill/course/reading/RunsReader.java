package downhill.course.reading;

import downhill.course.LessonRun;
import downhill.course.text.Fields;
import downhill.course.text.Mistakes;
import downhill.course.text.YamlValue;
import downhill.data.DataRefusedException;
import downhill.data.DataSets;
import downhill.data.DataSpec;
import downhill.data.Dataset;
import downhill.json.RunSpecReader;
import downhill.json.TweakJson;
import downhill.json.form.BadInputException;
import downhill.train.spec.LoggedTweak;
import downhill.train.spec.Problem;
import downhill.train.spec.RefusedException;
import downhill.train.spec.RunSpec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the runs of a lesson's front matter, and builds each of them once to see that it can be. */
public final class RunsReader {
    /** The last step at which a lesson may change a run. */
    private static final int MOST_TWEAKED = 1000;

    private final Mistakes mistakes;

    private final Set<String> refused = new HashSet<>();

    RunsReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** The names of runs that cannot be made; their mistakes are noted already. */
    Set<String> refused() {
        return refused;
    }

    Map<String, LessonRun> read(Fields front) {
        Map<String, LessonRun> runs = new LinkedHashMap<>();
        front.value("runs").map(YamlValue::fields).ifPresent(specs -> {
            for (String name : specs.names()) {
                run(specs.of(name)).ifPresentOrElse(run -> runs.put(name, run), () -> refused.add(name));
            }
        });
        return runs;
    }

    private Optional<LessonRun> run(YamlValue yaml) {
        try {
            RunSpec spec = RunSpecReader.read(yaml.jsonWithout("tweaks").getBytes(StandardCharsets.UTF_8));
            LessonRun run = new LessonRun(spec, tweaks(yaml), data(spec));
            run.at(run.tweaks().isEmpty() ? 0 : run.tweaks().getLast().step());
            return Optional.of(run);
        } catch (BadInputException e) {
            note(yaml, e.problems());
        } catch (RefusedException e) {
            note(yaml, e.problems());
        } catch (DataRefusedException e) {
            note(yaml, List.of(new Problem(e.pointer(), e.detail())));
        }
        return Optional.empty();
    }

    /** The changes that the lesson makes on the way, each at a step after the one before. */
    private static List<LoggedTweak> tweaks(YamlValue yaml) {
        List<LoggedTweak> tweaks = new ArrayList<>();
        for (YamlValue value : yaml.fields().list("tweaks")) {
            int last = tweaks.isEmpty() ? 0 : tweaks.getLast().step() + 1;
            int step = value.fields()
                    .required("step")
                    .map(v -> v.whole(last, MOST_TWEAKED))
                    .orElse(last);
            tweaks.add(new LoggedTweak(
                    step, TweakJson.read(value.jsonWithout("step").getBytes(StandardCharsets.UTF_8))));
        }
        return tweaks;
    }

    private static Dataset data(RunSpec spec) {
        return switch (spec.data()) {
            case DataSpec.BuiltIn d -> DataSets.build(d, spec.network().layers().getLast());
            case DataSpec.Drawn d -> DataSets.build(d, spec.network().layers().getLast());
            case DataSpec.Inline d -> DataSets.build(d);
            case DataSpec.Uploaded d ->
                throw new DataRefusedException("/data/name", "a lesson's data are built in or inline");
        };
    }

    private void note(YamlValue yaml, List<Problem> problems) {
        for (Problem problem : problems) {
            mistakes.note(
                    yaml.at(problem.pointer()).place(),
                    "this run cannot be made: " + problem.pointer() + ": " + problem.detail());
        }
    }
}
