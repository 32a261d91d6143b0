package downhill.web.classroom;

import downhill.classroom.AgendaItem;
import downhill.classroom.AgendaItem.Shown;
import downhill.classroom.Classroom;
import downhill.classroom.Descent;
import downhill.classroom.Trace;
import downhill.classroom.Trace.Spot;
import downhill.course.Scene;
import downhill.course.Stage.HillStage;
import downhill.descent.Hills;
import downhill.live.Runs;
import downhill.live.room.LiveClass;
import downhill.web.lesson.SceneMap;
import downhill.web.lesson.SceneMaps;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pictures of classes as one descent. The newest of each class and scene is kept, for the teacher's pages and the projector ask for the same. */
public final class ClassDescents {
    private static final int MOST_KEPT = 200;

    private record Key(String board, int item) {}

    private record Kept(List<Trace> traces, DescentView view) {}

    private final Map<Key, Kept> kept = new LinkedHashMap<>();
    private final SceneMaps maps;
    private final Runs runs;

    public ClassDescents(SceneMaps maps, Runs runs) {
        this.maps = maps;
        this.runs = runs;
    }

    /** The picture of a class in a scene, which the item must show. */
    DescentView of(LiveClass room, Classroom state, AgendaItem item) throws InterruptedException {
        Shown at = item.shown().orElseThrow();
        var key = new Key(room.board(), item.number());
        List<Trace> traces = state.learners().stream()
                .map(learner -> Optional.ofNullable(learner.traces().get(item.number())))
                .flatMap(Optional::stream)
                .toList();
        Optional<Kept> before = get(key);
        if (before.isPresent() && before.get().traces().equals(traces)) {
            return named(before.get().view(), state);
        }
        Optional<SceneMap> map = maps.of(at.lesson(), at.scene());
        DescentView view = runs.workers().call("class " + room.board(), () -> make(item, at.scene(), state, map));
        put(key, new Kept(traces, view));
        return view;
    }

    /** The same picture of learners who may have other names by now. */
    private static DescentView named(DescentView view, Classroom state) {
        List<Descent> descents = view.descents().stream()
                .map(one -> new Descent(
                        state.learner(one.learner().number()),
                        one.step(),
                        one.path(),
                        one.costs(),
                        one.batches(),
                        one.shown()))
                .toList();
        return new DescentView(
                view.item(),
                view.scene(),
                descents,
                view.picture(),
                state.learners().size());
    }

    private synchronized Optional<Kept> get(Key key) {
        return Optional.ofNullable(kept.get(key));
    }

    private synchronized void put(Key key, Kept view) {
        kept.remove(key);
        kept.put(key, view);
        if (kept.size() > MOST_KEPT) {
            kept.remove(kept.keySet().iterator().next());
        }
    }

    private static DescentView make(AgendaItem item, Scene scene, Classroom state, Optional<SceneMap> map) {
        List<Descent> descents = Descent.of(item.number(), scene, state);
        List<Spot> places =
                descents.stream().flatMap(one -> one.path().stream()).toList();
        Optional<Ground> ground = scene.stage() instanceof HillStage stage
                ? Optional.of(Ground.of(Hills.named(stage.hill()).orElseThrow()))
                : map.map(shown -> Ground.of(shown.part(places)));
        return new DescentView(
                item,
                scene,
                descents,
                DescentPicture.of(descents, ground),
                state.learners().size());
    }
}
