package downhill.export;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.insight.explanation.Kind;
import downhill.json.page.ActivationJson;
import downhill.net.activation.Activation;
import downhill.net.activation.Activations;
import java.nio.file.Path;

/** The checks of the activation that the guide adds. */
public final class AddedActivationChecks extends AddedChecks {
    public AddedActivationChecks(Path folder) {
        super(folder, """
                {"seed": 3, "data": {"name": "moons", "count": 30}, "network": {"layers": [2, 5, 4, 1],
                 "activations": ["silu", "silu", "sigmoid"]}, "optimizer": {"learningRate": 0.5}}""");
    }

    @Override
    void checkMore() {
        checkExplanation(Kind.ACTIVATION, 1, 2);
        checkExplanation(Kind.SLOPE, 1, 2);
        assertThat(program(Format.PYTORCH)).contains("activations = [F.silu, F.silu, torch.sigmoid]");
        assertThat(Activations.inPlayground()).extracting(Activation::label).contains("silu");
        assertThat(ActivationJson.all()).contains("\"silu\"");
        assertThat(description()).contains("\"softmax\",\"silu\"");
    }
}
