package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.explanation.Kind;
import java.nio.file.Path;

/** The checks of the update rule that the guide adds. */
public final class AddedRuleChecks extends AddedChecks {
    public AddedRuleChecks(Path folder) {
        super(folder, """
                {"seed": 3, "data": {"name": "moons", "count": 30}, "network": {"layers": [2, 5, 4, 1]},
                 "optimizer": {"name": "signum", "beta1": 0.8}}""");
    }

    @Override
    void checkMore() {
        checkExplanation(Kind.NEW_FIRST, 1, 2, 3);
        checkExplanation(Kind.UPDATE, 1, 2, 3);
        assertThat(program(Format.PYTORCH)).contains("u = -learning_rate * torch.sign(m[i])");
        assertThat(description()).contains("\"adam\",\"signum\"");
    }
}
