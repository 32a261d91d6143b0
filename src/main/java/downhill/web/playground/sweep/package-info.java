/** Trainings of the playground's network with several values of one setting. */
@NullMarked
package downhill.web.playground.sweep;

import org.jspecify.annotations.NullMarked;
