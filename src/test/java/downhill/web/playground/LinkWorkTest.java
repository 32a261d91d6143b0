package downhill.web.playground;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.json.RunSpecReader;
import downhill.json.link.LinkedState;
import downhill.json.link.LinkedState.Branch;
import downhill.json.link.PageState;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LinkWorkTest {
    private static LinkWork work(double ofOneStep, Branch... branches) {
        var spec = RunSpecReader.read("{\"data\": {\"name\": \"xor\"}, \"network\": {\"layers\": [2, 2, 1]}}"
                .getBytes(StandardCharsets.UTF_8));
        var page = new PageState(OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), List.of(), "even");
        return new LinkWork(new LinkedState(spec, List.of(branches), 0, page), ofOneStep);
    }

    private static Branch branch(int parent, int from, int step) {
        return new Branch(parent, from, List.of(), step, false, false);
    }

    @Test
    void everyBranchIsMadeWholeWhileTheWorkLasts() {
        assertThat(work(10, branch(-1, 0, 50), branch(0, 20, 70)).reach(1000)).containsExactly(50, 70);
    }

    @Test
    void theLaterBranchesComeLessFarThanTheyDid() {
        assertThat(work(10, branch(-1, 0, 50), branch(0, 20, 70), branch(0, 30, 31))
                        .reach(700))
                .containsExactly(50, 40, 30);
    }

    @Test
    void aRunOfTwoThousandMillionStepsIsCutToWhatIsAllowed() {
        assertThat(work(2000, branch(-1, 0, 2_000_000_000)).reach(LinkCopy.MOST_WORK))
                .containsExactly(10_000_000);
    }
}
