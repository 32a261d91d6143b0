package downhill.data.builtin;

import downhill.data.DataSetInfo;
import downhill.math.Rng;
import java.util.List;
import java.util.stream.Stream;

/**
 * The 104 cases of the two families: 24 inputs for the person and 12 for the relation, one of each on; 24 outputs, one for
 * each person, on for everyone who is that to the person (two for some aunts and uncles). As in the paper four are held out.
 */
public record FamilyTrees(DataSetInfo info) implements BuiltInSet {
    private static final int PEOPLE = 24;
    private static final int RELATIONS = 12;

    public FamilyTrees() {
        this(new DataSetInfo(
                "family-trees",
                "Family trees",
                "Who is Colin’s aunt? A person and a relation in, the answers out: two families of the same shape (1986).",
                DataSetInfo.Kind.ANY_OF_MANY,
                0,
                new DataSetInfo.Domain(0, 1),
                false,
                DataSetInfo.Count.fixed(FamilyTree.cases().size()),
                DataSetInfo.Amount.NONE,
                new DataSetInfo.Amount(0.04, 0, 0.9),
                Stream.concat(FamilyTree.people().stream(), FamilyTree.relations().stream())
                        .toList(),
                FamilyTree.people()));
    }

    @Override
    public Examples draw(int count, double noise, Rng rng) {
        List<FamilyTree.Case> cases = FamilyTree.cases();
        Examples examples = Examples.room(cases.size(), PEOPLE + RELATIONS, PEOPLE);
        for (int e = 0; e < cases.size(); e++) {
            FamilyTree.Case one = cases.get(e);
            int row = e * (PEOPLE + RELATIONS);
            examples.inputs()[row + one.person()] = 1;
            examples.inputs()[row + PEOPLE + one.relation()] = 1;
            for (int answer : one.answers()) {
                examples.targets()[e * PEOPLE + answer] = 1;
            }
        }
        return examples;
    }
}
