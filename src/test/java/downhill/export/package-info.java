@org.jspecify.annotations.NullMarked
package downhill.export;
