package downhill.live;

import java.util.Optional;

/**
 * The origin of a run.
 *
 * @param visitor who made it
 * @param parent the name of the run it branched off, as its maker knew it: the id or the view
 * @param shared whether it belongs to everyone and so cannot be changed by anyone
 */
public record Origin(Visitor visitor, Optional<String> parent, boolean shared) {
    /** The share of all work that is done for this run: its visitor's, or one of its own if everyone shares the run. */
    public String share(String id) {
        return shared ? id : visitor.name();
    }
}
