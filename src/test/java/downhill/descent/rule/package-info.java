@org.jspecify.annotations.NullMarked
package downhill.descent.rule;
