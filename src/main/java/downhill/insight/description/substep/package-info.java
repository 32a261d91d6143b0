/** One training step described substep by substep, in the order of backpropagation, and each number that a substep finds. */
@org.jspecify.annotations.NullMarked
package downhill.insight.description.substep;
