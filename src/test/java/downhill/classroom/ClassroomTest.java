package downhill.classroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.classroom.Response.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Codes, names, the pace and the answers of a class. */
class ClassroomTest {
    private static Learner learner(int number, int scene) {
        return Learner.joining(number, Optional.empty(), scene);
    }

    private static Classroom withLearnersAt(int... scenes) {
        Classroom room = Classroom.of(new Subject.OfLesson("the-hill", 5));
        for (int i = 0; i < scenes.length; i++) {
            room = room.with(learner(i + 1, scenes[i]));
        }
        return room;
    }

    @Test
    void aCodeHasNoLettersThatLookAlike() {
        var random = new Random(1);
        String letters = IntStream.range(0, 2000)
                .mapToObj(i -> ClassCode.random(random::nextInt))
                .collect(Collectors.joining());
        assertThat(letters).hasSize(12_000).doesNotContain("0", "O", "1", "I", "L", "Z", "S", "8");
        assertThat(letters.chars().distinct().count()).isEqualTo(28);
    }

    @Test
    void aCodeIsReadAsPeopleTypeIt() {
        assertThat(ClassCode.read(" ktn-4mq ")).contains("KTN4MQ");
        assertThat(ClassCode.read("KTN 4MQ")).contains("KTN4MQ");
        assertThat(ClassCode.shown("KTN4MQ")).isEqualTo("KTN 4MQ");
        for (String wrong : List.of("", "KTN4M", "KTN4MQQ", "KTN4M0", "KTN4M<", "K".repeat(10_000))) {
            assertThat(ClassCode.read(wrong)).isEmpty();
        }
    }

    @Test
    void aNicknameIsVisibleTextOfBoundedLength() {
        for (String fine : List.of("Ann", "Zoë", "张伟", "Ann & <b>Bo</b>", "🐢 turtle", "O'Neill")) {
            assertThat(ShortText.problem(ShortText.plain(fine), Learner.LONGEST))
                    .as(fine)
                    .isEmpty();
        }
        for (String wrong : List.of(
                "x".repeat(25),
                "a\nb",
                "a\u0000b",
                "\u202Egnp.exe",
                "a\u200Bb",
                "a\u0301\u0302\u0303\u0304b",
                "\ud800")) {
            assertThat(ShortText.problem(ShortText.plain(wrong), Learner.LONGEST))
                    .as(wrong)
                    .isPresent();
        }
        assertThat(ShortText.plain("  Zoe\u0308 ")).isEqualTo("Zo\u00eb");
    }

    @Test
    void thePaceLeadsAskersToTheScenesThatAreOpen() {
        assertThat(new Pace.Free().allowed(4)).isEqualTo(4);
        assertThat(new Pace.At(2).allowed(4)).isEqualTo(2);
        assertThat(new Pace.At(2).allowed(1)).isEqualTo(2);
        assertThat(new Pace.UpTo(3).allowed(4)).isEqualTo(3);
        assertThat(new Pace.UpTo(3).allowed(1)).isEqualTo(1);
    }

    @Test
    void aPaceIsReadAsItIsWrittenAndOnlyWithinTheLesson() {
        for (Pace pace : List.of(new Pace.Free(), new Pace.At(2), new Pace.UpTo(5))) {
            assertThat(Pace.read(pace.text(), 5)).contains(pace);
        }
        for (String wrong : List.of("", "at", "at 0", "at 6", "at 2 3", "beyond 2", "at 99999999999")) {
            assertThat(Pace.read(wrong, 5)).as(wrong).isEmpty();
        }
    }

    @Test
    void aLateLearnerComesInWhereMostAre() {
        assertThat(withLearnersAt().presentScene()).isEqualTo(1);
        assertThat(withLearnersAt(1, 3, 3, 4).presentScene()).isEqualTo(3);
        assertThat(withLearnersAt(4, 4, 2, 2).presentScene()).isEqualTo(2);
        assertThat(withLearnersAt(3, 3).with(new Pace.At(5)).presentScene()).isEqualTo(5);
        assertThat(withLearnersAt(3, 3).with(new Pace.UpTo(2)).presentScene()).isEqualTo(2);
    }

    @Test
    void theNewestRevealedQuestionIsShown() {
        Classroom room = withLearnersAt(1).reveal("a").reveal("b").reveal("a");
        assertThat(room.revealed()).containsExactly("b", "a");
        assertThat(room.shown()).contains("a");
        assertThat(room.hide("a").shown()).contains("b");
        assertThat(room.hide("a").hide("b").shown()).isEmpty();
    }

    @Test
    void aLearnersNameIsTheNicknameOrTheNumber() {
        assertThat(learner(7, 1).name()).isEqualTo("Learner 7");
        assertThat(learner(7, 1).named(Optional.of("Ann")).name()).isEqualTo("Ann");
        assertThatThrownBy(() -> withLearnersAt(1).learner(2)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstPredictionStays() {
        assertThat(Response.noted("1").then(Response.noted("2")).answer()).isEqualTo("1");
    }

    @Test
    void aRightAnswerStaysAndKeepsTheMistakesBeforeIt() {
        Response wrong = Response.judged("3", Outcome.WRONG, Optional.of("slip-1"));
        Response right = wrong.then(wrong).then(Response.judged("4", Outcome.RIGHT, Optional.empty()));
        assertThat(right.outcome()).isEqualTo(Outcome.RIGHT);
        assertThat(right.tries()).isEqualTo(3);
        assertThat(right.mistakes()).containsExactly("slip-1");
        assertThat(right.isRightAtOnce()).isFalse();
        assertThat(right.then(wrong)).isEqualTo(right);
        assertThat(Response.judged("4", Outcome.RIGHT, Optional.empty()).isRightAtOnce())
                .isTrue();
    }

    @Test
    void onlyAFewMistakesOfALearnerAreKept() {
        Response all = Response.judged("", Outcome.WRONG, Optional.of("slip-0"));
        for (int i = 1; i < 50; i++) {
            all = all.then(Response.judged("", Outcome.WRONG, Optional.of("slip-" + i)));
        }
        assertThat(all.mistakes()).hasSize(Response.MOST_MISTAKES);
        assertThat(all.tries()).isEqualTo(50);
    }
}
