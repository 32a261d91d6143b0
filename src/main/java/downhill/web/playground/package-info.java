/**
 * The playground. {@link downhill.web.playground.PlaygroundRoutes} reads its address into a {@link downhill.web.playground.PlaygroundForm},
 * which becomes a run's specification, and answers with the page or a fragment of a {@link downhill.web.playground.PlaygroundView}.
 */
@org.jspecify.annotations.NullMarked
package downhill.web.playground;
