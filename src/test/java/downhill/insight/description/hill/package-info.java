@org.jspecify.annotations.NullMarked
package downhill.insight.description.hill;
