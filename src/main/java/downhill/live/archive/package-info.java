/** The interface of a store in which runs and files outlive the process, and each run's journal in it. */
@NullMarked
package downhill.live.archive;

import org.jspecify.annotations.NullMarked;
