package downhill.classroom;

import downhill.classroom.PreparedList.OfPlayground;
import downhill.classroom.PreparedList.OfScene;
import downhill.classroom.PreparedList.Place;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The things that a class works through, in order: the scenes of one lesson, or the items of a teacher's own list. They are numbered from 1. */
public sealed interface Subject {
    /** The number of things. */
    int count();

    /** The page of a thing. */
    Place place(int number);

    /** The teacher's words to a thing; empty if there are none. */
    String words(int number);

    /** The number of the thing that is at a place, if there is one. */
    OptionalInt number(Place place);

    /** The name of a question within the class: lessons may ask questions of the same id. */
    String key(int number, String question);

    /**
     * The scenes of a lesson.
     *
     * @param slug the lesson's name in addresses
     */
    record OfLesson(String slug, int count) implements Subject {
        @Override
        public Place place(int number) {
            return new OfScene(slug, number);
        }

        @Override
        public String words(int number) {
            return "";
        }

        @Override
        public OptionalInt number(Place place) {
            return place instanceof OfScene(String lesson, int scene) && lesson.equals(slug) && scene <= count
                    ? OptionalInt.of(scene)
                    : OptionalInt.empty();
        }

        @Override
        public String key(int number, String question) {
            return question;
        }
    }

    /** The items of a list, each of which has a place of its own. */
    record OfList(PreparedList list) implements Subject {
        @Override
        public int count() {
            return list.items().size();
        }

        @Override
        public Place place(int number) {
            return list.items().get(number - 1).place();
        }

        @Override
        public String words(int number) {
            return list.items().get(number - 1).words();
        }

        @Override
        public OptionalInt number(Place place) {
            return IntStream.rangeClosed(1, count())
                    .filter(number -> place(number).equals(place))
                    .findFirst();
        }

        @Override
        public String key(int number, String question) {
            return number + "-" + question;
        }
    }

    /** Tests whether a thing is a state of the playground, which learners change there. */
    default boolean isPlayground(int number) {
        return place(number) instanceof OfPlayground;
    }
}
