package downhill.net;

import java.util.List;

/**
 * A cut of one layer's weights into blocks that are not connected with each other; weights outside every block do not exist.
 *
 * @param layer which weight matrix, 0 for the one from the input
 */
public record Group(int layer, List<Block> blocks) {
    /** Half-open ranges: neurons fromStart .. fromEnd-1 below feed neurons toStart .. toEnd-1 above. */
    public record Block(int fromStart, int fromEnd, int toStart, int toEnd) {}
}
