/** The wiring: {@link downhill.App} builds everything by constructors. */
@org.jspecify.annotations.NullMarked
package downhill;
