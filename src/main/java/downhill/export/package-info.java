/**
 * A run as a program that trains it again, by hand, in another language. The texts are templates in {@code src/main/programs}; a
 * model beside them has the run's numbers in the language. There a line of a template's own, such as {@code @if}, takes an empty
 * line after it along, so where the program has one empty line, the template has two.
 */
@org.jspecify.annotations.NullMarked
package downhill.export;
