/**
 * The audience of a run. A {@link downhill.live.watch.Viewer} pulls what comes next from a {@link downhill.live.watch.Watched}
 * run: past steps by a {@link downhill.live.watch.Replay}, present ones from the {@link downhill.live.watch.Feed} of its
 * {@link downhill.live.watch.View}, which holds each frame's text once for everyone.
 */
@NullMarked
package downhill.live.watch;

import org.jspecify.annotations.NullMarked;
