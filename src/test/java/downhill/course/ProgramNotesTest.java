package downhill.course;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.export.Part;
import org.junit.jupiter.api.Test;

class ProgramNotesTest {
    @Test
    void everyPartOfAProgramHasItsSentence() {
        assertThat(CourseQuestions.COURSE.notes().stream().map(ProgramNote::part))
                .containsExactlyInAnyOrder(Part.values());
    }

    @Test
    void theSentencesOfTrainingLeadToTheirScenes() {
        assertThat(CourseQuestions.COURSE.notes())
                .filteredOn(note -> note.part().moment(2).isPresent() && note.part() != Part.PENALTY)
                .isNotEmpty()
                .allSatisfy(note -> assertThat(note.html()).contains("<a href=\"/lessons/"));
    }
}
