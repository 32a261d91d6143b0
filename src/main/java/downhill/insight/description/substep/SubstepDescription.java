package downhill.insight.description.substep;

import downhill.insight.UpdateEffect;
import downhill.insight.description.Description;
import downhill.insight.description.Description.Table;
import downhill.insight.description.SpokenNumbers;
import downhill.insight.description.substep.Substep.Part;
import downhill.insight.explanation.Explainer;
import downhill.insight.explanation.Names;
import downhill.net.ExamplePass;
import downhill.train.step.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Describes one substep: its result with the numbers behind it, and all that is known by then; nothing that comes later. */
public final class SubstepDescription {
    private static final int MOST_ROWS = 24;
    private static final String UNKNOWN = "not yet";

    private final Run run;
    private final Substep substep;
    private final Names names;
    private final ExamplePass pass;
    private final Explainer explainer;
    private final int depth;

    public SubstepDescription(Run run, int example, Substep substep) {
        this.run = run;
        this.substep = substep;
        this.names = new Names(run);
        this.pass = run.pass(example);
        this.explainer = new Explainer(run, example);
        this.depth = run.network().depth();
    }

    public Description description(int example) {
        Optional<UpdateEffect> after =
                substep.rank(depth) >= firstAgain() ? Optional.of(UpdateEffect.of(run, example)) : Optional.empty();
        SubstepResult found = switch (substep.part()) {
            case Z, A -> new ForwardSubsteps(run, names, explainer, substep).found();
            case COST -> new CostSubsteps(run, names, pass, example).cost();
            case DELTA, GRADIENT -> new BackwardSubsteps(run, names, pass, example, substep).found();
            case MEAN -> new UpdateSubsteps(run, names, explainer, substep).mean();
            case UPDATE -> new UpdateSubsteps(run, names, explainer, substep).update();
            case AGAIN -> new SecondPassSubsteps(names, pass, after.orElseThrow(), substep).again();
            case NEW_COST -> SecondPassSubsteps.newCost(after.orElseThrow());
        };
        List<String> sentences = new ArrayList<>();
        sentences.add(place());
        sentences.addAll(found.sentences());
        return new Description("moment", sentences, List.of(found.table(), known(after)));
    }

    private int firstAgain() {
        return Substep.named("again 1", run.network().layers()).orElseThrow().rank(depth);
    }

    /** The place within the step. */
    private String place() {
        String layer = substep.part().isOfLayer() ? names.layer(substep.layer() + 1) : "";
        String what = switch (substep.part()) {
            case Z -> "Forward: z of " + layer;
            case A -> "Forward: the activations of " + layer;
            case COST -> "Forward: the cost";
            case DELTA -> "Backward: the deltas of " + layer;
            case GRADIENT -> "Backward: the gradients into " + layer + ", on this example";
            case MEAN -> "The batch: its gradients";
            case UPDATE -> "Update: the weights into " + layer;
            case AGAIN -> "Forward again with the new weights: " + layer;
            case NEW_COST -> "The new cost, beside the one that was predicted";
        };
        String neuron = substep.neuron().isPresent()
                ? ", neuron " + (substep.neuron().getAsInt() + 1) + " of "
                        + run.network().layers().get(substep.layer() + 1)
                : "";
        return "Moment " + (substep.rank(depth) + 1) + " of "
                + Substep.all(depth).size() + ". " + what + neuron + ".";
    }

    /** Every neuron with the numbers known so far. */
    private Table known(Optional<UpdateEffect> after) {
        List<String> heads = new ArrayList<>(List.of("neuron", "z", "activation", "delta"));
        after.ifPresent(a -> heads.add("activation, with the new weights"));
        List<List<String>> rows = new ArrayList<>();
        for (int l = 0; l < depth; l++) {
            int layer = l;
            IntStream.range(0, pass.deltas()[l].length)
                    .limit(MOST_ROWS)
                    .mapToObj(j -> known(after, layer, j))
                    .forEach(rows::add);
        }
        return new Table("What is known by now", heads, rows);
    }

    private List<String> known(Optional<UpdateEffect> after, int l, int j) {
        List<String> row = new ArrayList<>(List.of(
                names.neuron(l + 1, j),
                known(Part.Z, l, j, pass.preActivations()[l][j]),
                known(Part.A, l, j, pass.activations()[l + 1][j]),
                known(Part.DELTA, l, j, pass.deltas()[l][j])));
        after.ifPresent(a -> row.add(known(Part.AGAIN, l, j, a.pass().activations()[l + 1][j])));
        return row;
    }

    private String known(Part part, int l, int j, double value) {
        return substep.hasFound(part, l, j, depth) ? SpokenNumbers.exact(value) : UNKNOWN;
    }
}
