package downhill.insight.description;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.Histories;
import downhill.insight.description.BranchDescription.Branch;
import downhill.train.history.History;
import downhill.train.spec.Tweak;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BranchDescriptionTest {
    @Test
    void eachBranchIsToldWithWhereItLeftWhichAndBecauseOfWhat() {
        History first = Histories.of("{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 2, 1]}}", 20);
        History second = first.branch(12, Optional.of(Tweak.learningRate(0.5)));
        second.advance();
        second.advance();
        second.advance();
        History third = second.branch(14, Optional.of(Tweak.learningRate(0.25)));
        Description described = BranchDescription.of(
                List.of(Branch.of(first, false), Branch.of(second, false), Branch.of(third, true)));
        assertThat(described.sentences().getFirst()).isEqualTo("There are 3 branches.");
        assertThat(described.sentences().get(1)).startsWith("Branch 1 has come to step 20, where its cost is ");
        assertThat(described.sentences().get(2))
                .startsWith(
                        "Branch 2 left branch 1 at step 12, where the learning rate was set to 0.500, and has come to step 15");
        assertThat(described.sentences().get(3))
                .startsWith(
                        "Branch 3 left branch 2 at step 14, where the learning rate was set to 0.250, and has come to step 14")
                .endsWith("It is the one that is shown.");
        assertThat(described.tables().getFirst().rows().get(1).subList(0, 4))
                .containsExactly("branch 2", "12", "the learning rate was set to 0.500", "15");
    }
}
