package downhill.net;

import java.util.BitSet;
import java.util.List;

/** The weights that do not exist because a {@link Group} cuts their layer into blocks. */
public final class Connections {
    private Connections() {}

    /** The places, in an array of this shape, of the weights that no block connects. */
    public static BitSet missing(List<Group> groups, Shape shape) {
        BitSet missing = new BitSet();
        for (Group group : groups) {
            int l = group.layer();
            missing.set(shape.weightsAt(l), shape.weightsAt(l) + shape.width(l) * shape.width(l + 1));
        }
        for (Group group : groups) {
            for (Group.Block block : group.blocks()) {
                for (int k = block.fromStart(); k < block.fromEnd(); k++) {
                    int from = shape.weight(group.layer(), block.toStart(), k);
                    missing.clear(from, from + block.toEnd() - block.toStart());
                }
            }
        }
        return missing;
    }
}
