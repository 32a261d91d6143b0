package downhill.live.archive;

import downhill.classroom.Classroom;
import downhill.classroom.Learner;
import downhill.classroom.Response;
import downhill.classroom.Trace;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** A place that keeps no classes: they end with the process. */
final class NoClasses implements ClassArchive {
    @Override
    public boolean keeps() {
        return false;
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public Map<String, Long> versions(Collection<String> ids) {
        return Map.of();
    }

    @Override
    public Optional<ClassChanges> changes(String id, long since) {
        return Optional.empty();
    }

    @Override
    public int join(String id, String key, Learner learner) {
        return learner.number();
    }

    @Override
    public void open(SavedClass opened) {}

    @Override
    public void control(String id, Classroom state) {}

    @Override
    public void learner(String id, String key, Learner learner) {}

    @Override
    public void response(String id, String key, String question, Response response) {}

    @Override
    public void trace(String id, String key, int scene, Trace trace) {}

    @Override
    public WrongCodes wrongCodes(int group, long period) {
        return WrongCodes.NONE;
    }

    @Override
    public void addWrongCode(int group, long period) {}

    @Override
    public Optional<SavedClass> find(Name by, String name) {
        return Optional.empty();
    }

    @Override
    public int count() {
        return 0;
    }

    @Override
    public int count(String visitor) {
        return 0;
    }

    @Override
    public void delete(String id) {}

    @Override
    public void forget(Instant opened) {}

    @Override
    public void forgetEmpty(Instant opened) {}
}
