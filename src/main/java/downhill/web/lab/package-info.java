/** The labs: the expression lab with its laid out graphs, and the digit lab. */
@org.jspecify.annotations.NullMarked
package downhill.web.lab;
