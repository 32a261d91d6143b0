@org.jspecify.annotations.NullMarked
package downhill.insight.diagnosis;
