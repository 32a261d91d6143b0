/** What one looks at: frames. */
@org.jspecify.annotations.NullMarked
package downhill.insight;
