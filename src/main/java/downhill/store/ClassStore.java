package downhill.store;

import downhill.classroom.Classroom;
import downhill.classroom.Learner;
import downhill.classroom.Response;
import downhill.classroom.Trace;
import downhill.live.archive.ClassArchive;
import downhill.live.archive.ClassChanges;
import downhill.live.archive.SavedClass;
import downhill.live.archive.WrongCodes;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The classes of a store. */
final class ClassStore implements ClassArchive {
    private final Store store;
    private final ClassTable classes = new ClassTable();
    private final LearnerTable learners = new LearnerTable();
    private final WrongCodeTable wrongCodes = new WrongCodeTable();

    ClassStore(Store store) {
        this.store = store;
    }

    @Override
    public boolean keeps() {
        return true;
    }

    @Override
    public boolean isShared() {
        return store.isShared();
    }

    @Override
    public Map<String, Long> versions(Collection<String> ids) {
        return ids.isEmpty() ? Map.of() : store.read(handle -> classes.versions(handle, ids));
    }

    @Override
    public Optional<ClassChanges> changes(String id, long since) {
        return store.read(
                handle -> classes.find(handle, Name.ID, id).map(found -> learners.changes(handle, found, since)));
    }

    @Override
    public int join(String id, String key, Learner learner) {
        store.write(handle -> {
            classes.bump(handle, id);
            learners.add(handle, id, key, learner);
        });
        return store.read(handle -> learners.number(handle, key));
    }

    @Override
    public void open(SavedClass opened) {
        store.write(handle -> classes.add(handle, opened));
    }

    @Override
    public void control(String id, Classroom state) {
        store.write(handle -> classes.control(handle, id, state));
    }

    @Override
    public void learner(String id, String key, Learner learner) {
        store.write(handle -> {
            classes.bump(handle, id);
            learners.put(handle, key, learner);
        });
    }

    @Override
    public void response(String id, String key, String question, Response response) {
        store.write(handle -> {
            classes.bump(handle, id);
            learners.put(handle, key, question, response);
        });
    }

    @Override
    public void trace(String id, String key, int scene, Trace trace) {
        store.write(handle -> {
            classes.bump(handle, id);
            learners.put(handle, key, scene, trace);
        });
    }

    @Override
    public WrongCodes wrongCodes(int group, long period) {
        return store.read(handle -> wrongCodes.find(handle, group, period));
    }

    @Override
    public void addWrongCode(int group, long period) {
        // The queue of other writes would lock its rows for longer, and servers could wait for each other in a circle.
        var _ = store.read(handle -> wrongCodes.add(handle, group, period));
    }

    @Override
    public Optional<SavedClass> find(Name by, String name) {
        return store.read(handle -> classes.find(handle, by, name).map(found -> learners.with(handle, found)));
    }

    @Override
    public int count() {
        return store.read(classes::count);
    }

    @Override
    public int count(String visitor) {
        return store.read(handle -> classes.count(handle, visitor));
    }

    @Override
    public void delete(String id) {
        store.write(handle -> classes.delete(handle, id));
    }

    @Override
    public void forget(Instant opened) {
        store.write(handle -> classes.forget(handle, opened));
    }

    @Override
    public void forgetEmpty(Instant opened) {
        store.write(handle -> classes.forgetEmpty(handle, opened));
    }
}
