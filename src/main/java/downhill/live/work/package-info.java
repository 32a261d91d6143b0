/**
 * The threads. The {@link downhill.live.work.Trainer} gives each run its turns, in the {@link downhill.live.work.Rhythm} of
 * its {@link downhill.live.work.Pace}; {@link downhill.live.work.Workers} answer heavy questions, and a
 * {@link downhill.live.work.Crew} shares the parts of one large step.
 */
@NullMarked
package downhill.live.work;

import org.jspecify.annotations.NullMarked;
