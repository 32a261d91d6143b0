package downhill.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.web.http.KeptAnswers.Answer;
import org.junit.jupiter.api.Test;

/** The answers that a server keeps have a bound, whatever is asked. */
class KeptAnswersTest {
    private final KeptAnswers kept = new KeptAnswers();

    private static Answer ofLength(int length) {
        return new Answer("application/json", new byte[length]);
    }

    @Test
    void longQuestionsWithShortAnswersCountToo() {
        String padding = "0".repeat(7000);
        for (int i = 0; i < 2000; i++) {
            kept.keep(i + padding, ofLength(20));
        }
        assertThat(kept.bytes()).isLessThanOrEqualTo(KeptAnswers.MOST_BYTES);
        assertThat(kept.find("0" + padding)).isEmpty();
        assertThat(kept.find("1999" + padding)).isPresent();
    }

    @Test
    void theAnswerThatNobodyAskedForLongestGoesFirst() {
        int count = KeptAnswers.MOST_BYTES / KeptAnswers.LONGEST - 1;
        for (int i = 0; i < count; i++) {
            kept.keep("question " + i, ofLength(KeptAnswers.LONGEST));
        }
        assertThat(kept.find("question 0")).isPresent();
        kept.keep("another", ofLength(KeptAnswers.LONGEST));
        assertThat(kept.find("question 0")).isPresent();
        assertThat(kept.find("question 1")).isEmpty();
    }

    @Test
    void anAnswerThatIsTooLongIsNotKept() {
        kept.keep("a map", ofLength(KeptAnswers.LONGEST + 1));
        assertThat(kept.find("a map")).isEmpty();
        assertThat(kept.bytes()).isZero();
    }

    @Test
    void anAnswerThatIsGivenAgainCountsOnce() {
        kept.keep("a map", ofLength(1000));
        int once = kept.bytes();
        kept.keep("a map", ofLength(1000));
        assertThat(kept.bytes()).isEqualTo(once);
    }
}
